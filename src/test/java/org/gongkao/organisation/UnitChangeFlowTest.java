package org.gongkao.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 市直各单位应结合本单位机构变化情况持单位介绍信将相关变更信息报送 (考务通知 四（一）). */
class UnitChangeFlowTest extends DatabaseTest {

    private static final String PARKS = CastSeeds.CITY_UNIT;
    private static final String NEW_NAME = "洛阳市园林绿化服务中心";

    @Autowired
    private Organisation organisation;

    private static MockMultipartFile letter() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "png", out);
        return new MockMultipartFile("file", "介绍信.png", "image/png", out.toByteArray());
    }

    private MvcTestResult request(String who, String name, MockMultipartFile letter, Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "code", PARKS,
                "act", "AMEND",
                "version", "1",
                "name", name,
                "kind", "PUBLIC_INSTITUTION",
                "department", CastSeeds.CITY_DEPARTMENT,
                "region", "410311",
                "reason", "洛编〔2023〕12号更名"));
        fields.putAll(more);
        var request = mvc.post()
                .uri("/units/changes")
                .multipart()
                .file(letter)
                .with(cast.as(who))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private String requested(String who) throws IOException {
        var answer = request(who, NEW_NAME, letter(), Map.of());
        assertThat(answer).hasStatus(302);
        return jdbc.sql("select number from organisation.unit_change order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private MvcTestResult act(String number, String act, String version, String who) {
        return mvc.post()
                .uri("/units/changes/" + number + "/" + act)
                .with(cast.as(who))
                .with(csrf())
                .param("version", version)
                .param("reason", "介绍信公章不清，请重新盖章后再报。")
                .exchange();
    }

    private MvcTestResult page(String number, String who) {
        return mvc.get().uri("/units/changes/" + number).with(cast.as(who)).exchange();
    }

    @Test
    void a_unit_of_the_city_asks_with_its_letter_and_the_city_approves() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY_UNIT);
        assertThat(organisation.unit(PARKS).name()).isEqualTo("洛阳市园林绿化中心");
        assertThat(page(number, Cast.CITY)).bodyText().contains(NEW_NAME, "同意变更", "介绍信.png");
        assertThat(mvc.get()
                        .uri("/units/changes/" + number + "/letter/1")
                        .with(cast.as(Cast.CITY))
                        .exchange())
                .hasStatusOk();
        assertThat(act(number, "approve", "1", Cast.CITY)).hasStatus(302);
        assertThat(organisation.unit(PARKS).name()).isEqualTo(NEW_NAME);
        assertThat(organisation.unitVersion(PARKS, 1).orElseThrow().name()).isEqualTo("洛阳市园林绿化中心");
        assertThat(page(number, Cast.CITY_UNIT)).bodyText().contains("已同意");
    }

    @Test
    void with_a_unit_dissolved_by_request_its_clerks_accounts_end() throws IOException {
        clock.set("2023-03-07T10:00:00");
        assertThat(request(Cast.CITY_UNIT, "洛阳市园林绿化中心", letter(), Map.of("act", "DISSOLVE")))
                .hasStatus(302);
        var number = jdbc.sql("select number from organisation.unit_change")
                .query(String.class)
                .single();
        assertThat(act(number, "approve", "1", Cast.CITY)).hasStatus(302);
        assertThat(organisation.unit(PARKS).isActive()).isFalse();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("select closed_at is not null from account.account where user_name = :name")
                        .param("name", Cast.CITY_UNIT)
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void without_a_letter_nothing_is_asked_and_nothing_typed_is_lost() {
        clock.set("2023-03-07T10:00:00");
        var none = new MockMultipartFile("file", "", "application/octet-stream", new byte[0]);
        assertThat(request(Cast.CITY_UNIT, NEW_NAME, none, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("请上传加盖公章的单位介绍信", NEW_NAME);
    }

    @Test
    void a_letter_that_came_with_a_faulty_form_need_not_be_sent_again() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var answer = request(Cast.CITY_UNIT, "园", letter(), Map.of());
        assertThat(answer).hasStatus(422).bodyText().contains("介绍信已上传，不必重选");
        var id = jdbc.sql("select max(id) from file.file").query(Long.class).single();
        var none = new MockMultipartFile("file", "", "application/octet-stream", new byte[0]);
        assertThat(request(Cast.CITY_UNIT, NEW_NAME, none, Map.of("letter", String.valueOf(id))))
                .hasStatus(302);
    }

    @Test
    void a_letter_that_cannot_be_read_is_told_together_with_all_else_that_is_wrong() {
        clock.set("2023-03-07T10:00:00");
        var broken = new MockMultipartFile("file", "介绍信.pdf", "application/pdf", "不是文件".getBytes(UTF_8));
        assertThat(request(Cast.CITY_UNIT, "园", broken, Map.of("reason", "")))
                .hasStatus(422)
                .bodyText()
                .contains("内容实际是纯文字", "单位名称应为2至100个字", "请填写变更事由和依据")
                .doesNotContain("请上传加盖公章的单位介绍信。");
    }

    @Test
    void a_unit_asks_for_one_thing_at_a_time() throws IOException {
        clock.set("2023-03-07T10:00:00");
        requested(Cast.CITY_UNIT);
        assertThat(request(Cast.CITY_UNIT, "另一个名称", letter(), Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("已有一件变更申请待办");
    }

    @Test
    void who_entered_the_request_on_paper_does_not_decide_it() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY);
        assertThat(act(number, "approve", "1", Cast.CITY)).hasStatus(403);
        assertThat(page(number, Cast.CITY)).bodyText().contains("应由另一人审核");
        assertThat(act(number, "approve", "1", Cast.ADMINISTRATOR)).hasStatus(302);
        assertThat(organisation.unit(PARKS).name()).isEqualTo(NEW_NAME);
    }

    @Test
    void who_asked_as_a_clerk_of_the_unit_does_not_decide_as_an_officer_of_the_city() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY_UNIT);
        cast.also(Cast.CITY_UNIT, Cast.CITY);
        var officer = Cast.CITY_UNIT + "_" + Cast.CITY;
        for (var act : new String[] {"approve", "refuse"}) {
            assertThat(act(number, act, "1", officer)).hasStatus(403).bodyText().contains("应由另一人办理");
        }
        assertThat(page(number, officer))
                .bodyText()
                .contains("应由另一人审核")
                .doesNotContain("/approve", "/refuse", "/withdraw");
        assertThat(act(number, "approve", "1", Cast.CITY)).hasStatus(302);
    }

    @Test
    void a_refusal_tells_the_unit_why_and_the_unit_may_ask_again() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY_UNIT);
        assertThat(act(number, "refuse", "1", Cast.CITY)).hasStatus(302);
        assertThat(page(number, Cast.CITY_UNIT)).bodyText().contains("未同意", "介绍信公章不清");
        assertThat(requested(Cast.CITY_UNIT)).isNotEqualTo(number);
    }

    @Test
    void of_two_officers_the_second_is_told_and_overwrites_nothing() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY_UNIT);
        assertThat(act(number, "refuse", "1", Cast.CITY)).hasStatus(302);
        assertThat(act(number, "approve", "1", Cast.ADMINISTRATOR)).hasStatus(409);
        assertThat(organisation.unit(PARKS).name()).isEqualTo("洛阳市园林绿化中心");
    }

    @Test
    void what_was_asked_in_time_is_decided_until_registration_opens_and_can_then_only_be_refused() throws IOException {
        clock.set("2023-03-08T23:59:59.999");
        var number = requested(Cast.CITY_UNIT);
        clock.set("2023-03-10T00:00:00");
        assertThat(act(number, "approve", "1", Cast.CITY)).hasStatus(409);
        assertThat(page(number, Cast.CITY)).bodyText().contains("不能再同意变更");
        assertThat(act(number, "refuse", "1", Cast.CITY)).hasStatus(302);
        assertThat(organisation.unit(PARKS).name()).isEqualTo("洛阳市园林绿化中心");
    }

    @Test
    void on_9_March_what_came_in_before_is_still_approved_but_nothing_new_is_taken() throws IOException {
        clock.set("2023-03-08T18:00:00");
        var number = requested(Cast.CITY_UNIT);
        clock.set("2023-03-09T09:00:00");
        assertThat(act(number, "approve", "1", Cast.CITY)).hasStatus(302);
        assertThat(request(Cast.CITY_UNIT, "又一个名称", letter(), Map.of("version", "2")))
                .hasStatus(409);
    }

    @Test
    void a_county_unit_turns_to_its_county_and_others_do_not_see_the_request() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY_UNIT);
        assertThat(page(number, Cast.UNIT)).hasStatus(404);
        assertThat(page(number, Cast.OTHER_COUNTY)).hasStatus(403);
        assertThat(mvc.get()
                        .uri("/units/changes/" + number + "/letter")
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri("/units/changes/new").with(cast.as(Cast.UNIT)).exchange())
                .hasStatus(409)
                .bodyText()
                .contains("县区工考管理机构修订");
    }

    @Test
    void the_unit_withdraws_what_nobody_has_decided() throws IOException {
        clock.set("2023-03-07T10:00:00");
        var number = requested(Cast.CITY_UNIT);
        assertThat(act(number, "withdraw", "1", Cast.ADMINISTRATOR)).hasStatus(403);
        assertThat(act(number, "withdraw", "1", Cast.CITY_UNIT)).hasStatus(302);
        assertThat(act(number, "approve", "2", Cast.CITY)).hasStatus(409);
    }
}
