package org.gongkao.worker;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.gongkao.Cast;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A spreadsheet about persons that a test fills and sends. */
final class PersonWorkbook {

    static final String RECORDS = "records";
    static final String APPRAISALS = "appraisals";
    static final String CERTIFICATES = "certificates";

    private final String kind;
    private final List<String[]> lines = new ArrayList<>();

    private PersonWorkbook(String kind, String... columns) {
        this.kind = kind;
        var head = new ArrayList<>(List.of("姓名", "身份证号码"));
        head.addAll(List.of(columns));
        lines.add(head.toArray(String[]::new));
    }

    static PersonWorkbook records() {
        return new PersonWorkbook(
                RECORDS,
                java.util.Arrays.stream(RecordField.values())
                        .map(RecordField::label)
                        .toArray(String[]::new));
    }

    static PersonWorkbook appraisals() {
        return new PersonWorkbook(APPRAISALS, "年度", "考核结果", "是否已备案");
    }

    static PersonWorkbook certificates() {
        return new PersonWorkbook(CERTIFICATES, "工种", "等级", "取证时间", "证书编号");
    }

    PersonWorkbook line(String... cells) {
        lines.add(cells);
        return this;
    }

    /** A whole line of a service record in which only start of work and occupation vary. */
    PersonWorkbook record(String name, String number, String start, String occupation) {
        return line(
                name,
                number,
                "锅炉操作",
                "技术工岗位",
                "在岗正式工作人员",
                start,
                "",
                "",
                "高中",
                "",
                "按工人岗位退休",
                occupation,
                "2010-03",
                "",
                "",
                "",
                "是");
    }

    MvcTestResult send(MockMvcTester mvc, Cast cast, String who, String act) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("填写");
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).length; column++) {
                    sheet.value(row, column, lines.get(row)[column]);
                }
            }
        }
        return mvc.post()
                .uri("/record-imports/" + kind)
                .multipart()
                .file(new MockMultipartFile("file", "职工.xlsx", "application/octet-stream", out.toByteArray()))
                .param("act", act)
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }
}
