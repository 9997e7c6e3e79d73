package org.gongkao.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.PartialDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The unit's pages of records, the worker's own, and the agency's look-up. */
class RecordPagesTest extends DatabaseTest {

    @Autowired
    private Persons persons;

    @Autowired
    private ServiceRecords records;

    @Autowired
    private IssuingCertificates issuing;

    private long chen() {
        return persons.find(NationalId.complete("41030519750618113")).orElseThrow();
    }

    private long zhao() {
        return persons.find(NationalId.complete("41031119780421204")).orElseThrow();
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "post", "汽车驾驶",
                "postKind", "TECHNICAL",
                "employment", "REGULAR",
                "startOfWork", "1995-09",
                "education", "SENIOR",
                "retirement", "WORKER",
                "occupation", "汽车驾驶员",
                "occupationSince", "1996",
                "checked", "YES",
                "reason", "按人事档案登记"));
    }

    private MvcTestResult correct(long person, int version, Map<String, String> form, String who) {
        var request = mvc.post()
                .uri("/worker-records/" + person + "/correction")
                .param("version", String.valueOf(version))
                .with(cast.as(who))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String path, String who) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    @Test
    void a_correction_is_a_new_version_and_the_history_says_what_changed() {
        assertThat(correct(chen(), 0, form(), Cast.UNIT)).hasStatus(302);
        var second = form();
        second.put("startOfWork", "1995-10");
        second.put("reason", "档案原件更正");
        assertThat(correct(chen(), 1, second, Cast.UNIT)).hasStatus(302);
        assertThat(get("/worker-records/" + chen(), Cast.UNIT))
                .bodyText()
                .contains("1995年10月", "已核对档案", "档案原件更正；更改：参加工作时间");
        assertThat(get("/my-record", Cast.WORKER))
                .bodyText()
                .contains("1995年10月", "有误请联系单位", "单位填报")
                .doesNotContain("correction");
        assertThat(records.of(chen())
                        .orElseThrow()
                        .facts()
                        .startOfWork()
                        .flatMap(one -> PartialDate.parse(one.toString())))
                .isPresent();
    }

    @Test
    void what_is_wrong_is_told_beside_the_fields_and_nothing_typed_is_lost() {
        var wrong = form();
        wrong.put("startOfWork", "2030-01");
        wrong.put("occupationSince", "去年");
        wrong.put("appointedLevel", "3");
        wrong.put("reason", "");
        assertThat(correct(chen(), 0, wrong, Cast.UNIT))
                .hasStatus(422)
                .bodyText()
                .contains("参加工作时间晚于今天", "从事现工种时间写法不对", "聘任等级和聘任时间请都填写", "请写明依据或原因")
                .contains("value=\"去年\"", "value=\"2030-01\"");
        assertThat(records.of(chen())).isEmpty();
    }

    @Test
    void the_second_of_two_clerks_is_told_and_keeps_what_was_typed() {
        assertThat(correct(chen(), 0, form(), Cast.UNIT)).hasStatus(302);
        var late = form();
        late.put("post", "车辆调度");
        assertThat(correct(chen(), 0, late, Cast.UNIT))
                .hasStatus(409)
                .bodyText()
                .contains("刚刚被他人办理过", "车辆调度");
        assertThat(correct(chen(), 1, form(), Cast.UNIT))
                .hasStatus(422)
                .bodyText()
                .contains("所填内容与现有记录一致");
        assertThat(records.of(chen()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void another_unit_s_worker_does_not_exist_here() throws IOException {
        for (var path : new String[] {"", "/correction"}) {
            assertThat(get("/worker-records/" + zhao() + path, Cast.UNIT)).hasStatus(404);
        }
        assertThat(correct(zhao(), 0, form(), Cast.UNIT)).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/worker-records/" + zhao() + "/appraisals")
                        .param("year", "2022")
                        .param("result", "COMPETENT")
                        .param("filed", "YES")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
        assertThat(records.appraisals(zhao())).isEmpty();
        assertThat(get("/worker-records", Cast.UNIT)).bodyText().contains("陈立民").doesNotContain("赵桂英");
        assertThat(get("/worker-records?q=赵", Cast.UNIT)).bodyText().doesNotContain("赵桂英");
        var sheet = get("/worker-records.xlsx", Cast.UNIT).getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(book.getFirstSheet().read()).hasSize(2);
        }
    }

    @Test
    void the_list_is_found_by_part_of_a_name_and_by_state() {
        assertThat(get("/worker-records?q=立", Cast.UNIT)).bodyText().contains("陈立民");
        assertThat(get("/worker-records?q=%25", Cast.UNIT)).bodyText().doesNotContain("陈立民");
        assertThat(get("/worker-records?standing=CHECKED", Cast.UNIT))
                .bodyText()
                .doesNotContain("陈立民");
        correct(chen(), 0, form(), Cast.UNIT);
        assertThat(get("/worker-records?standing=CHECKED", Cast.UNIT))
                .bodyText()
                .contains("陈立民");
        assertThat(get("/worker-records?standing=MISSING", Cast.UNIT))
                .bodyText()
                .doesNotContain("陈立民");
    }

    @Test
    void an_appraisal_entered_again_for_its_year_is_the_correction() {
        for (var result : new String[] {"COMPETENT", "EXCELLENT"}) {
            assertThat(mvc.post()
                            .uri("/worker-records/" + chen() + "/appraisals")
                            .param("year", "2022")
                            .param("result", result)
                            .param("filed", "YES")
                            .with(cast.as(Cast.UNIT))
                            .with(csrf())
                            .exchange())
                    .hasStatus(302);
        }
        assertThat(records.appraisals(chen())).singleElement().satisfies(one -> {
            assertThat(one.result()).isEqualTo(AppraisalResult.EXCELLENT);
            assertThat(one.version()).isEqualTo(2);
        });
        assertThat(mvc.post()
                        .uri("/worker-records/" + chen() + "/appraisals")
                        .param("year", "2023")
                        .with(cast.as(Cast.UNIT))
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("还没有结果", "请填“是”或“否”");
    }

    @Test
    void an_agency_finds_certificates_by_the_whole_number_and_leaves_a_line() {
        var entry = new IssuingCertificates.Entry(
                chen(),
                "汽车驾驶员",
                org.gongkao.shared.Level.FOUR,
                PartialDate.parse("2016-12").orElseThrow(),
                "豫2016-001");
        issuing.enter(entry, cast.actor(Cast.CITY), clock.instant());
        var number = wholeOf(chen());
        assertThat(search(number, "")).hasStatus(422).bodyText().contains("请写明查询事由");
        assertThat(search(number.substring(0, 17), "核对申报证书")).hasStatus(422);
        assertThat(search(wholeOf(zhao()), "核对申报证书"))
                .hasStatus(422)
                .bodyText()
                .contains("没有查到")
                .doesNotContain("赵桂英");
        assertThat(search(number, "核对申报证书"))
                .hasStatusOk()
                .bodyText()
                .contains("豫2016-001", "已核验", "410305********")
                .doesNotContain(number);
        assertThat(jdbc.sql("select count(*) from audit.line where act = '查询证书' and subject = :person")
                        .param("person", "person:" + chen())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String wholeOf(long person) {
        return persons.reveal(person, "测试需要完整号码", cast.actor(Cast.CITY));
    }

    private MvcTestResult search(String number, String reason) {
        return mvc.post()
                .uri("/certificates/search")
                .param("number", number)
                .param("reason", reason)
                .with(cast.as(Cast.CITY))
                .with(csrf())
                .exchange();
    }
}
