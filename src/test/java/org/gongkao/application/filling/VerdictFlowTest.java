package org.gongkao.application.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Verdicts;
import org.gongkao.eligibility.Fact;
import org.gongkao.eligibility.Verdict;
import org.gongkao.shared.Actor;
import org.gongkao.shared.PartialDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 申报前的资格结论: what a worker is told, what bars, what is confirmed, what is kept. */
class VerdictFlowTest extends DatabaseTest {

    @Autowired
    Applications applications;

    @Autowired
    CheckingEligibility checking;

    @Autowired
    Verdicts verdicts;

    @Test
    void a_hard_condition_that_is_not_met_bars_handing_in_with_sentence_clause_and_the_year_in_which_it_may_be_met() {
        filled();
        change("certificates", """
                {"rows": [{"occupation": "公路养护工", "level": "4", "issued": "2020-12"}]}""");
        change("post", """
                {"staff": "REGULAR", "postKind": "SKILLED_LABOUR", "post": "公路养护", "startOfWork": "2012-09",
                 "interrupted": "NO", "occupationSince": "2012-09", "away": "NO"}""");
        assertThat(get("/application")).bodyText().contains("申报资格", "不符合申报资格条件");
        assertThat(get("/application/verdict"))
                .hasStatusOk()
                .bodyText()
                .contains("2023年还不能申报三级", "取得下一等级证书满5年", "豫人社工考〔2013〕1号", "须满 5 年", "2025年", "公车改革转岗")
                .as("a trade is called by its name")
                .contains("公路养护工，三级（高级工）")
                .doesNotContain(FilledFile.OCCUPATION);
        assertThat(handIn("POST_POLICY", "PLEDGE"))
                .hasStatus(422)
                .bodyText()
                .contains("不符合条件：取得下一等级证书满5年（豫人社工考〔2013〕1号 晋级条件）", "最早2025年可以申报");
        assertThat(file().filing()).isNull();
        assertThat(count("application.verdict")).isZero();
    }

    @Test
    void a_warning_is_confirmed_in_the_words_shown_and_what_is_promised_needs_no_paper_yet() {
        filled();
        jdbc.sql("update application.application set record = jsonb_set(record, '{appraisals,filing}', '\"PROMISED\"')")
                .update();
        jdbc.sql("update application.material set removed_at = added_at where kind = 'APPRAISAL'")
                .update();
        assertThat(get("/application/verdict")).bodyText().contains("还要证明", "告知承诺的适用对象");
        assertThat(handIn("POST_POLICY", "PLEDGE")).hasStatus(422).bodyText().contains("未备案的实行承诺制，容缺后补”并打勾确认");
        assertThat(handIn("POST_POLICY", "APPRAISAL_FILED", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        assertThat(jdbc.sql("select text from application.confirmation where kind = 'APPRAISAL_FILED'")
                        .query(String.class)
                        .list())
                .last()
                .asString()
                .contains("承诺", "须在考试前上传", "2022年合格");
        assertThat(verdicts.newest(file()).orElseThrow().overall()).isEqualTo(Verdict.Overall.UNDETERMINED);
    }

    @Test
    void a_submission_keeps_its_verdict_with_facts_and_rules() {
        filled();
        assertThat(handIn("POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
        var kept = verdicts.newest(file()).orElseThrow();
        assertThat(kept.overall()).isEqualTo(Verdict.Overall.ELIGIBLE);
        assertThat(kept.path()).isEqualTo("PROMOTION");
        assertThat(kept.conditions())
                .extracting(Verdicts.Condition::condition)
                .contains("POST_KIND", "HELD_BELOW", "WORKED_YEARS");
        assertThat(jdbc.sql("select facts from application.verdict")
                        .query(String.class)
                        .single())
                .contains("\"birthDate\":\"1975-06-18\"", "\"startOfWork\":\"2004-09\"")
                .doesNotContain("陈立民", "41030519750618");
    }

    @Test
    void the_materials_are_those_of_the_path_each_with_its_reason() {
        filled();
        jdbc.sql("update application.material set removed_at = added_at where kind <> 'PHOTO'")
                .update();
        assertThat(get("/application/materials"))
                .bodyText()
                .contains("证明：持有申报工种下一等级的证书", "从业经历证明", "近期免冠证件照", "其他证明材料")
                .doesNotContain("毕业证书", "疫情防控一线证明");
        assertThat(mvc.post()
                        .uri("/application/materials/DIPLOMA")
                        .with(cast.as(Cast.WORKER))
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void what_the_unit_has_verified_stands_in_the_form_is_not_asked_again_and_is_above_what_was_typed() {
        record(Map.of(
                "post", "汽车驾驶",
                "postKind", "TECHNICAL",
                "employment", "REGULAR",
                "startOfWork", "1995-09",
                "education", "SENIOR",
                "retirement", "WORKER",
                "occupation", "公路养护工",
                "occupationSince", "1996",
                "checked", "YES",
                "reason", "按人事档案登记"));
        begin();
        assertThat(get("/application/sections/post"))
                .bodyText()
                .contains("1995年9月（已核验）", "这以后有没有离开过这个工种")
                .doesNotContain("name=\"post.startOfWork\"");
        change("post", "{\"startOfWork\": \"1985\", \"away\": \"NO\"}");
        var known = checking.of(file(), clock.instant()).facts();
        assertThat(known.value(Fact.START_OF_WORK))
                .hasValue(PartialDate.parse("1995-09").orElseThrow());
        assertThat(known.knows(Fact.EPIDEMIC_CIRCLE)).isFalse();
        assertThat(known.knows(Fact.FALSE_PROMISE)).isFalse();
        assertThat(known.value(Fact.BANS)).hasValue(java.util.List.of());
    }

    @Test
    void nobody_else_is_asked_and_a_man_is_not_asked_for_a_womans_age_of_retirement() {
        begin();
        assertThat(get("/application/sections/person"))
                .bodyText()
                .contains("退休手续")
                .doesNotContain("原定的退休年龄");
        assertThat(get("/application/sections/post")).bodyText().doesNotContain("转正定级时间");
        assertThat(mvc.get()
                        .uri("/application/verdict")
                        .with(cast.as(Cast.CITY_WORKER))
                        .exchange())
                .hasStatus(404);
    }

    private void record(Map<String, String> form) {
        var request = mvc.post()
                .uri("/worker-records/" + cast.actor(Cast.WORKER).person() + "/correction")
                .param("version", "0")
                .with(cast.as(Cast.UNIT))
                .with(csrf());
        form.forEach(request::param);
        assertThat(request.exchange()).hasStatus(302);
    }

    private void begin() {
        assertThat(mvc.post()
                        .uri("/application/choice")
                        .with(cast.as(Cast.WORKER))
                        .with(csrf())
                        .param("level", "3")
                        .param("occupation", FilledFile.OCCUPATION)
                        .exchange())
                .hasStatus(302);
    }

    private void filled() {
        begin();
        FilledFile.fill(jdbc, file().number(), clock.instant());
    }

    private void change(String group, String json) {
        jdbc.sql("update application.application set record = jsonb_set(record, array[:group], cast(:json as jsonb))")
                .param("group", group)
                .param("json", json)
                .update();
    }

    private MvcTestResult handIn(String... confirmed) {
        var boxes = FillingTest.boxes(get("/application/submission"));
        var request = mvc.post()
                .uri("/application/submission")
                .with(cast.as(Cast.WORKER))
                .with(csrf())
                .param("version", "" + file().version());
        for (var kind : confirmed) {
            request = request.param("confirmation." + kind, boxes.getOrDefault("confirmation." + kind, "true"));
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(cast.as(Cast.WORKER)).exchange();
    }

    private Application file() {
        var number = jdbc.sql("select number from application.application")
                .query(String.class)
                .single();
        return applications.get(number, Actor.SYSTEM);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
