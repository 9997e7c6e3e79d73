package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Applications;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 填好的申报。Fills in, by SQL, all that a file of level three needs, for tests that begin after that. */
public final class FilledFile {

    /** What a promotion to level three has to show, and the photo. */
    static final List<String> MATERIALS =
            List.of("PHOTO", "ID_CARD", "POST_PROOF", "PERSONNEL_FILE", "APPRAISAL", "CERTIFICATE", "WORK_PROOF");

    /** 公路养护工, open at every level. */
    public static final String OCCUPATION = "S0203";

    /** The age of retirement counts for women only. */
    private static final String RECORD = """
            {"person": {"ethnicGroup": "汉族", "retired": "NO", "retirementCategory": "WOMEN_55"},
             "post": {"staff": "REGULAR", "postKind": "SKILLED_LABOUR", "post": "公路养护", "startOfWork": "2004-09",
                      "interrupted": "NO", "occupationSince": "2004-09", "away": "NO"},
             "certificates": {"rows": [{"occupation": "公路养护工", "level": "4", "issued": "2016-12", "number": "豫0001"}]},
             "appraisals": {"y2022": "COMPETENT", "filing": "FILED", "y2021": "EXCELLENT", "y2020": "COMPETENT"},
             "education": {"degree": "SENIOR", "school": "洛阳市第九中学"},
             "awards": {"sanctioned": "NO"}}
            """;

    private FilledFile() {}

    public static void fill(JdbcClient jdbc, String number, Instant at) {
        jdbc.sql("update application.application set record = cast(:record as jsonb) where number = :number")
                .param("record", RECORD)
                .param("number", number)
                .update();
        for (var kind : MATERIALS) {
            attach(jdbc, number, kind, at);
        }
    }

    /** A material whose file nobody opens. */
    public static void attach(JdbcClient jdbc, String number, String kind, Instant at) {
        jdbc.sql("""
                insert into application.material (application_id, kind, label, file_id, name, type, bytes, sha256, added_at)
                select id, :kind, '材料', '0', '照片.jpg', 'JPEG', 1, repeat('0', 64), :at
                  from application.application where number = :number
                """)
                .param("kind", kind)
                .param("at", Applications.time(at))
                .param("number", number)
                .update();
    }
}
