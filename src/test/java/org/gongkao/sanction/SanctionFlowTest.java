package org.gongkao.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.person.NationalId;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 填报虚假信息材料的，取消当年申报资格，两年内禁止再次申报 (考务通知 八（三）): found, heard, decided by two, barred to the second. */
class SanctionFlowTest extends DatabaseTest {

    private static final String DOCUMENT = "洛人社工考〔2023〕5号";
    private static final Map<String, String> PROPOSAL =
            Map.of("reason", "证书编号查无此证，单位已书面确认。", "clause", "考务通知八（三）", "document", DOCUMENT);

    @Autowired
    private Sanctions sanctions;

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }

    private long worker() {
        return cast.actor(Cast.WORKER).person();
    }

    private MvcTestResult open(String who, Map<String, String> changed) {
        var request = mvc.post().uri("/sanctions").with(cast.as(who)).with(csrf());
        var fields = new java.util.HashMap<>(Map.of(
                "identity",
                number(),
                "name",
                "陈立民",
                "filedOn",
                "2023-03-12",
                "material",
                "2016年三级证书",
                "facts",
                "证书编号查无此证，发证机构复函未发过此证。",
                "clause",
                "2023年考务通知八（三）"));
        fields.putAll(changed);
        fields.forEach(request::param);
        return request.exchange();
    }

    /** The cast's number with its check character. */
    private static String number() {
        for (var last : "0123456789X".toCharArray()) {
            var typed = "41030519750618113" + last;
            if (NationalId.parse(typed).isPresent()) {
                return typed;
            }
        }
        throw new IllegalStateException();
    }

    private String opened() {
        assertThat(open(Cast.COUNTY, Map.of())).hasStatus(302);
        return jdbc.sql("select max(number) from sanction.sanction")
                .query(String.class)
                .single();
    }

    private MvcTestResult act(String who, String number, SanctionAct act, Map<String, String> words) {
        var request = mvc.post()
                .uri("/sanctions/" + number)
                .with(cast.as(who))
                .with(csrf())
                .param("act", act.name())
                .param("version", version(number));
        words.forEach(request::param);
        return request.exchange();
    }

    private String version(String number) {
        return jdbc.sql("select version from sanction.sanction where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private MvcTestResult page(String who, String path) {
        return mvc.get().uri(path).with(cast.as(who)).exchange();
    }

    private MvcTestResult search(String who, String typed) {
        return mvc.post()
                .uri("/sanctions/search")
                .with(cast.as(who))
                .with(csrf())
                .param("q", typed)
                .exchange();
    }

    private MvcTestResult answer(String who, String number, String statement) {
        return mvc.post()
                .uri("/hearing/" + number)
                .with(cast.as(who))
                .with(csrf())
                .param("reason", statement)
                .exchange();
    }

    /** Told on Wednesday 15 March, so five working days end on the 22nd at 24:00; proposed the day after. */
    private String proposed() {
        var number = opened();
        assertThat(act(Cast.COUNTY, number, SanctionAct.TELL, Map.of())).hasStatus(302);
        clock.set("2023-03-23T00:00:00");
        assertThat(act(Cast.COUNTY, number, SanctionAct.PROPOSE_SANCTION, PROPOSAL))
                .hasStatus(302);
        return number;
    }

    private String imposed(String decidedAt) {
        var number = proposed();
        clock.set(decidedAt);
        assertThat(act(Cast.CITY, number, SanctionAct.IMPOSE, Map.of())).hasStatus(302);
        return number;
    }

    @Test
    void found_told_answered_proposed_and_decided_by_two_people() {
        var number = opened();
        assertThat(page(Cast.WORKER, "/hearing/" + number)).hasStatus(404);
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        assertThat(page(Cast.WORKER, "/hearing/" + number))
                .bodyText()
                .contains("证书编号查无此证", "2023年3月22日 24:00（待确认）", "还没有作出决定", "自处理决定作出之日起计算（待确认）");
        assertThat(answer(Cast.WORKER, number, "证书是原单位代办的，原件在档案里。")).hasStatus(302);
        assertThat(page(Cast.COUNTY, "/sanctions/" + number))
                .bodyText()
                .contains("证书是原单位代办的", "410305********")
                .doesNotContain(number());
        clock.set("2023-03-23T09:00:00");
        act(Cast.COUNTY, number, SanctionAct.PROPOSE_SANCTION, PROPOSAL);
        assertThat(page(Cast.WORKER, "/hearing/" + number))
                .bodyText()
                .contains("正在研究处理")
                .doesNotContain(DOCUMENT);
        assertThat(sanctions.barred(worker(), clock.instant())).isEmpty();
        clock.set("2023-04-03T10:00:00");
        assertThat(act(Cast.CITY, number, SanctionAct.IMPOSE, Map.of())).hasStatus(302);
        assertThat(page(Cast.WORKER, "/hearing/" + number))
                .bodyText()
                .contains(DOCUMENT, "在 2025年4月3日 24:00 前不能申报", "行政复议", "期满自动解除", "单位已书面确认")
                .doesNotContain(cast.actor(Cast.COUNTY).name());
        assertThat(jdbc.sql("select act from sanction.act order by id")
                        .query(String.class)
                        .list())
                .containsExactly("OPEN", "TELL", "ANSWER", "PROPOSE_SANCTION", "IMPOSE");
        assertThat(jdbc.sql("select count(*) from audit.line where subject = :subject and kind = 'DONE'")
                        .param("subject", "sanction:" + number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void the_bar_begins_with_the_decision_and_lifts_itself_to_the_second() {
        imposed("2023-04-03T10:00:00");
        assertThat(sanctions.barred(worker(), at("2023-04-03T09:59:59.999"))).isEmpty();
        assertThat(sanctions.barred(worker(), at("2023-04-03T10:00:00")))
                .contains(new Bar(DOCUMENT, at("2023-04-03T10:00:00"), at("2025-04-04T00:00:00")));
        assertThat(sanctions.barred(worker(), at("2025-04-03T23:59:59.999999"))).isPresent();
        assertThat(sanctions.barred(worker(), at("2025-04-04T00:00:00"))).isEmpty();
        assertThat(sanctions.barred(cast.actor(Cast.CITY_WORKER).person(), at("2023-04-03T10:00:00")))
                .isEmpty();
    }

    @Test
    void who_proposed_it_does_not_decide_it_at_the_city_under_another_account() {
        var number = proposed();
        assertThat(mvc.post()
                        .uri("/administration/accounts/new")
                        .param("act", "open")
                        .param("role", "CITY_REVIEWER")
                        .param("office", "agency:410300")
                        .param("name", "王海")
                        .param("number", "410305197609230030")
                        .param("userName", "wanghai2")
                        .with(cast.as(Cast.PROVINCE))
                        .with(csrf()))
                .hasStatusOk();
        assertThat(act("wanghai2", number, SanctionAct.IMPOSE, Map.of()))
                .hasStatus(403)
                .bodyText()
                .contains("应由另一人办理");
        assertThat(act(Cast.CITY, number, SanctionAct.IMPOSE, Map.of())).hasStatus(302);
    }

    @Test
    void who_proposed_it_does_not_decide_it() {
        var number = proposed();
        assertThat(act(Cast.COUNTY, number, SanctionAct.IMPOSE, Map.of()))
                .hasStatus(403)
                .bodyText()
                .contains("应由另一人办理");
        assertThat(page(Cast.COUNTY, "/sanctions/" + number)).bodyText().contains("由您拟定");
        assertThat(sanctions.barred(worker(), clock.instant())).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.line where kind = 'REFUSED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobody_is_sanctioned_before_the_time_to_answer_is_over() {
        var number = opened();
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        clock.set("2023-03-22T23:59:59.999");
        assertThat(act(Cast.COUNTY, number, SanctionAct.PROPOSE_SANCTION, PROPOSAL))
                .hasStatus(409)
                .bodyText()
                .contains("2023年3月22日 24:00");
        assertThat(answer(Cast.WORKER, number, "最后一秒的说明")).hasStatus(302);
        clock.set("2023-03-23T00:00:00");
        assertThat(answer(Cast.WORKER, number, "迟到的说明")).hasStatus(409);
        assertThat(act(Cast.COUNTY, number, SanctionAct.PROPOSE_SANCTION, PROPOSAL))
                .hasStatus(302);
    }

    @Test
    void a_statement_made_while_no_action_is_proposed_is_seen_before_it_is_decided() {
        var number = opened();
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        act(Cast.COUNTY, number, SanctionAct.PROPOSE_NO_ACTION, Map.of("reason", "系扫描错误"));
        var seen = version(number);
        assertThat(answer(Cast.WORKER, number, "原件已交单位")).hasStatus(302);
        assertThat(mvc.post()
                        .uri("/sanctions/" + number)
                        .with(cast.as(Cast.CITY))
                        .with(csrf())
                        .param("act", "CLOSE")
                        .param("version", seen)
                        .exchange())
                .hasStatus(409);
        assertThat(act(Cast.CITY, number, SanctionAct.CLOSE, Map.of())).hasStatus(302);
        assertThat(page(Cast.WORKER, "/hearing/" + number)).bodyText().contains("经核实不予处理");
        assertThat(sanctions.barred(worker(), clock.instant())).isEmpty();
    }

    @Test
    void an_officer_does_not_open_a_case_against_himself() {
        var self = cast.also(Cast.WORKER, Cast.COUNTY);
        var lead = new Lead(worker(), LocalDate.of(2023, 3, 12), "证书", "事实", "八（三）");
        assertThatThrownBy(() -> sanctions.propose(lead, self, clock.instant()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(SanctionRefusal.OWN_CASE));
    }

    @Test
    void another_agency_s_case_and_another_person_s_are_not_found() {
        var number = imposed("2023-04-03T10:00:00");
        for (var path : new String[] {"/sanctions/" + number, "/sanctions/" + number + "/letters/decision"}) {
            assertThat(page(Cast.OTHER_COUNTY, path)).hasStatus(404);
            assertThat(page(Cast.PROVINCE, path)).hasStatus(404);
        }
        assertThat(page(Cast.CITY_WORKER, "/hearing/" + number)).hasStatus(404);
        assertThat(page(Cast.CITY_WORKER, "/sanctions/" + number + "/letters/decision"))
                .hasStatus(404);
        assertThat(act(Cast.OTHER_COUNTY, number, SanctionAct.PROPOSE_REVOCATION, PROPOSAL))
                .hasStatus(404);
        assertThat(page(Cast.OTHER_COUNTY, "/sanctions?desk=all")).bodyText().doesNotContain(number);
        assertThat(page(Cast.CITY, "/sanctions?desk=all")).bodyText().contains(number);
    }

    @Test
    void number_and_name_must_both_fit_and_nothing_typed_is_lost() {
        assertThat(open(Cast.COUNTY, Map.of("name", "陈利民", "facts", "")))
                .hasStatus(422)
                .bodyText()
                .contains("没有找到姓名和证件号码都相符的人员", "请写明认定的事实", "2016年三级证书");
        assertThat(open(Cast.COUNTY, Map.of("identity", "410305197506181130")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写18位公民身份号码");
        assertThat(open(Cast.COUNTY, Map.of("filedOn", "2023-03-16"))).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from sanction.sanction")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_proposal_says_why_by_which_clause_and_under_which_number() {
        var number = opened();
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        clock.set("2023-03-23T00:00:00");
        assertThat(act(Cast.COUNTY, number, SanctionAct.PROPOSE_SANCTION, Map.of("reason", "已核实。")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写处理依据", "请填写决定书的文号", "已核实。");
    }

    @Test
    void a_revocation_by_two_people_lifts_the_bar_and_a_proposal_does_not() {
        var number = imposed("2023-04-03T10:00:00");
        clock.set("2023-06-01T10:00:00");
        assertThat(act(Cast.CITY, number, SanctionAct.PROPOSE_REVOCATION, PROPOSAL))
                .hasStatus(302);
        assertThat(sanctions.barred(worker(), clock.instant())).isPresent();
        assertThat(page(Cast.WORKER, "/hearing/" + number)).bodyText().contains("处理已生效");
        assertThat(act(Cast.CITY, number, SanctionAct.REVOKE, Map.of())).hasStatus(403);
        assertThat(act(Cast.ADMINISTRATOR, number, SanctionAct.REVOKE, Map.of()))
                .hasStatus(302);
        assertThat(sanctions.barred(worker(), clock.instant())).isEmpty();
        assertThat(page(Cast.WORKER, "/hearing/" + number)).bodyText().contains("处理决定已撤销");
    }

    @Test
    void a_correction_shortens_the_bar_and_never_makes_it_longer() {
        var number = imposed("2023-04-03T10:00:00");
        var later = Map.of("reason", "计算有误", "document", "更正1号", "end", "2025-04-03");
        assertThat(act(Cast.CITY, number, SanctionAct.PROPOSE_CORRECTION, later))
                .hasStatus(422)
                .bodyText()
                .contains("加重处理须另行立案");
        var earlier = Map.of("reason", "计算有误", "document", "更正1号", "end", "2024-02-29");
        assertThat(act(Cast.CITY, number, SanctionAct.PROPOSE_CORRECTION, earlier))
                .hasStatus(302);
        assertThat(sanctions.barred(worker(), at("2024-03-01T00:00:00"))).isPresent();
        assertThat(act(Cast.ADMINISTRATOR, number, SanctionAct.CORRECT, Map.of()))
                .hasStatus(302);
        assertThat(sanctions.barred(worker(), at("2024-02-29T23:59:59.999"))).isPresent();
        assertThat(sanctions.barred(worker(), at("2024-03-01T00:00:00"))).isEmpty();
    }

    @Test
    void of_two_bars_the_one_that_ends_last_counts() {
        imposed("2023-04-03T10:00:00");
        clock.set("2023-03-15T10:00:00");
        imposed("2023-05-08T10:00:00");
        assertThat(sanctions
                        .barred(worker(), at("2023-06-01T00:00:00"))
                        .orElseThrow()
                        .until())
                .isEqualTo(at("2025-05-09T00:00:00"));
    }

    @Test
    void the_letters_say_what_was_decided_and_how_to_appeal() throws Exception {
        var number = imposed("2023-04-03T10:00:00");
        var letter = page(Cast.WORKER, "/sanctions/" + number + "/letters/decision");
        assertThat(letter).hasStatusOk();
        assertThat(text(letter)).contains("处理决定书", DOCUMENT, "2025年4月3日 24:00", "行政复议", "涧西区");
        assertThat(text(page(Cast.COUNTY, "/sanctions/" + number + "/letters/notice")))
                .contains("拟处理告知书", "2023年3月22日 24:00", "有权陈述和申辩");
    }

    private static String text(MvcTestResult letter) throws Exception {
        try (var document = Loader.loadPDF(letter.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }

    @Test
    void the_letter_of_a_decision_that_is_only_proposed_does_not_exist() {
        var number = proposed();
        assertThat(page(Cast.COUNTY, "/sanctions/" + number + "/letters/decision"))
                .hasStatus(404);
        assertThat(page(Cast.WORKER, "/hearing/" + number)).bodyText().doesNotContain("处理决定书");
    }

    @Test
    void the_list_is_walked_by_key_and_exported_as_filtered() {
        for (int i = 0; i < SanctionRows.SCREEN + 1; i++) {
            sanctions.propose(
                    new Lead(worker(), LocalDate.of(2023, 3, 12), "材料" + i, "事实", "八（三）"),
                    cast.actor(Cast.COUNTY),
                    clock.instant());
        }
        var first = page(Cast.COUNTY, "/sanctions");
        assertThat(first).bodyText().contains("材料50", "下一页").doesNotContain(">材料0<");
        assertThat(page(Cast.COUNTY, "/sanctions?desk=mine&before=2"))
                .bodyText()
                .contains("材料0", "回到第一页");
        assertThat(page(Cast.COUNTY, "/sanctions/export?desk=mine"))
                .hasStatusOk()
                .hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .hasHeader("Cache-Control", "no-store");
        assertThat(jdbc.sql("select detail from audit.line where act = '导出违规处理案件'")
                        .query(String.class)
                        .single())
                .isEqualTo("51 件");
        assertThat(page(Cast.COUNTY, "/sanctions?desk=barred")).bodyText().contains("这里没有案件");
    }

    @Test
    void a_case_is_found_by_whole_name_or_number_and_only_before_its_own_offices() {
        var number = opened();
        for (var term : new String[] {"陈立民", number}) {
            assertThat(page(Cast.COUNTY, "/sanctions?q=" + term)).bodyText().contains("/sanctions/" + number);
            assertThat(page(Cast.CITY, "/sanctions?q=" + term)).bodyText().contains("/sanctions/" + number);
            assertThat(page(Cast.OTHER_COUNTY, "/sanctions?q=" + term))
                    .bodyText()
                    .contains("没有找到案件")
                    .doesNotContain("/sanctions/" + number);
        }
        assertThat(page(Cast.COUNTY, "/sanctions?q=陈立")).bodyText().contains("没有找到案件");
        var led = java.util.Objects.requireNonNull(
                search(Cast.COUNTY, number()).getResponse().getRedirectedUrl());
        assertThat(led).matches("/sanctions\\?person=[0-9]{1,6}");
        assertThat(page(Cast.CITY, led)).bodyText().contains("/sanctions/" + number);
        assertThat(page(Cast.OTHER_COUNTY, led)).bodyText().doesNotContain("/sanctions/" + number);
        assertThat(search(Cast.OTHER_COUNTY, number()))
                .hasStatus(422)
                .bodyText()
                .contains("没有找到这个号码的案件", "value=\"" + number() + "\"");
    }

    @Test
    void the_room_of_hearings_is_shown_to_a_worker_who_was_told_of_a_case_and_to_no_other() {
        var number = opened();
        assertThat(page(Cast.WORKER, "/application")).bodyText().doesNotContain("处理与申辩");
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        assertThat(page(Cast.WORKER, "/application")).bodyText().contains("处理与申辩");
        assertThat(page(Cast.CITY_WORKER, "/application")).bodyText().doesNotContain("处理与申辩");
    }

    private MvcTestResult adds(String who, String number, String name, int width) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 400, BufferedImage.TYPE_INT_RGB), "png", out);
        return mvc.post()
                .uri("/sanctions/" + number + "/evidence")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", out.toByteArray()))
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    @Test
    void evidence_is_read_by_the_offices_at_once_and_by_the_person_with_the_notice() throws Exception {
        var number = opened();
        assertThat(adds(Cast.COUNTY, number, "复函.png", 400)).hasStatus(302);
        assertThat(adds(Cast.COUNTY, number, "复函再传.png", 400)).hasStatus(302);
        assertThat(jdbc.sql("select name from sanction.evidence")
                        .query(String.class)
                        .list())
                .containsExactly("复函.png");
        var path = "/sanctions/" + number + "/evidence/"
                + jdbc.sql("select id from sanction.evidence").query(Long.class).single();
        assertThat(page(Cast.CITY, path)).hasStatusOk().hasHeader("Content-Type", "image/png");
        assertThat(page(Cast.WORKER, path)).hasStatus(404);
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        assertThat(page(Cast.WORKER, "/hearing/" + number)).bodyText().contains("复函.png", path);
        assertThat(page(Cast.WORKER, path)).hasStatusOk();
        assertThat(page(Cast.CITY_WORKER, path)).hasStatus(404);
        assertThat(page(Cast.OTHER_COUNTY, path)).hasStatus(404);
        var second = opened();
        assertThat(page(Cast.COUNTY, path.replace(number, second))).hasStatus(404);
    }

    @Test
    void evidence_is_added_by_the_agency_of_the_case_and_not_after_the_person_was_told() throws Exception {
        var number = opened();
        assertThat(adds(Cast.OTHER_COUNTY, number, "复函.png", 400)).hasStatus(404);
        assertThat(adds(Cast.CITY, number, "复函.png", 400)).hasStatus(403);
        assertThat(adds(Cast.WORKER, number, "复函.png", 400)).hasStatus(403);
        assertThat(adds(Cast.COUNTY, number, "复函.png", 100))
                .hasStatus(422)
                .bodyText()
                .contains("图片太小");
        act(Cast.COUNTY, number, SanctionAct.TELL, Map.of());
        assertThat(adds(Cast.COUNTY, number, "复函.png", 400))
                .hasStatus(409)
                .bodyText()
                .contains("书面告知之前添加");
        assertThat(jdbc.sql("select count(*) from sanction.evidence")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
