package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AmendmentRefusalsTest extends DatabaseTest {

    private static final String END = "windows.REGISTRATION.to";

    @Test
    void nobody_confirms_their_own() {
        propose(END, "2023-03-30 24:00:00");
        assertThat(decide("confirmation", Cast.ADMINISTRATOR, 0))
                .hasStatus(403)
                .bodyText()
                .contains("补充通知须由另一名管理员确认");
        assertThat(state()).isEqualTo("PROPOSED");
        assertThat(page(Cast.ADMINISTRATOR)).bodyText().contains("撤回").doesNotContain("确认并生效");
        assertThat(page(Cast.SECOND_ADMINISTRATOR))
                .bodyText()
                .contains("确认并生效", "不予确认")
                .doesNotContain(">撤回<");
    }

    @Test
    void nobody_confirms_their_own_under_another_account() {
        propose(END, "2023-03-30 24:00:00");
        cast.again(Cast.ADMINISTRATOR);
        for (var act : new String[] {"confirmation", "decline"}) {
            assertThat(decide(act, Cast.ADMINISTRATOR + "_again", 0))
                    .hasStatus(403)
                    .bodyText()
                    .contains("补充通知须由另一名管理员确认");
        }
        assertThat(state()).isEqualTo("PROPOSED");
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(302);
    }

    @Test
    void nobody_confirms_their_own_even_in_the_database() {
        propose(END, "2023-03-30 24:00:00");
        assertThatThrownBy(() -> jdbc.sql("""
                update cycle.amendment
                   set state = 'CONFIRMED', version = 2, effective_at = now(), decided_by = proposed_by""").update()).hasMessageContaining("violates check constraint");
    }

    @Test
    void another_cannot_withdraw_it_but_decline_it() {
        propose(END, "2023-03-30 24:00:00");
        assertThat(decide("withdrawal", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(403);
        assertThat(decide("decline", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(302);
        assertThat(state()).isEqualTo("DECLINED");
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 1)).hasStatus(409);
        assertThat(decide("withdrawal", Cast.ADMINISTRATOR, 1)).hasStatus(409);
    }

    @Test
    void who_proposed_it_can_take_it_back() {
        propose(END, "2023-03-30 24:00:00");
        assertThat(decide("withdrawal", Cast.ADMINISTRATOR, 0)).hasStatus(302);
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 1))
                .hasStatus(409)
                .bodyText()
                .contains("已经办结");
    }

    @Test
    void it_is_confirmed_once_also_when_the_button_is_pressed_twice() {
        propose(END, "2023-03-30 24:00:00");
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(302);
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(409);
        assertThat(jdbc.sql("select last_version from cycle.line")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_second_of_two_that_change_the_same_field_is_not_confirmed_blindly() {
        propose(END, "2023-03-30 24:00:00");
        propose(END, "2023-03-31 24:00:00");
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(302);
        assertThat(decide(2, "confirmation", Cast.SECOND_ADMINISTRATOR, 0))
                .hasStatus(409)
                .bodyText()
                .contains("“网上注册报名 · 截止”的现行内容已被另一份补充通知改变");
    }

    @Test
    void all_that_is_missing_is_told_at_once_and_what_was_typed_stays() {
        var answer = mvc.post()
                .uri("/administration/cycles/1/amendment")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("documentNumber", "")
                .param("reason", "")
                .param("region", "410400")
                .param("wantedFrom", "明天")
                .param("field-0", END)
                .param("after-0", "3月30日24时")
                .exchange();
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("请填写补充通知的文号", "请填写事由", "生效时间应写到秒", "请从列表中选择适用地区", "3月30日24时", "明天", "此处应为到秒的时间");
    }

    @Test
    void a_value_that_breaks_the_year_is_told_at_its_field() {
        assertThat(propose(END, "2023-04-05 24:00:00"))
                .hasStatus(422)
                .bodyText()
                .contains("“单位资格初审”的截止时间不能早于“网上注册报名”的截止时间");
        assertThat(propose(END, "2023-03-01 00:00:00"))
                .hasStatus(422)
                .bodyText()
                .contains("截止时间应晚于开始时间");
        assertThat(propose(END, "2023-03-28 24:00:00"))
                .hasStatus(422)
                .bodyText()
                .contains("与现行内容相同");
        assertThat(propose(END, "三十号")).hasStatus(422).bodyText().contains("此处应为到秒的时间");
        assertThat(propose("cycle.year", "2024")).hasStatus(422).bodyText().contains("不能以补充通知修改");
        assertThat(propose("windows.SLEEP.to", "2024")).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from cycle.amendment")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_time_from_which_it_would_never_hold_is_not_taken() {
        for (var from : java.util.List.of("9999-01-01 00:00:00", "0203-03-27 09:00:00", "2032-03-27 09:00:00")) {
            assertThat(mvc.post()
                            .uri("/administration/cycles/1/amendment")
                            .with(cast.as(Cast.ADMINISTRATOR))
                            .with(csrf())
                            .param("documentNumber", "洛人社函〔2023〕13号")
                            .param("reason", "延长")
                            .param("region", "410300")
                            .param("wantedFrom", from)
                            .param("field-0", END)
                            .param("after-0", "2023-03-30 24:00:00")
                            .exchange())
                    .as(from)
                    .hasStatus(422)
                    .bodyText()
                    .contains("年份与年度方案相差太远", from);
        }
    }

    /** A county that was given more time by an amendment of its own must not be left with a year that breaks. */
    @Test
    void what_does_not_fit_a_county_s_own_amendment_is_told_when_proposed_and_when_confirmed() {
        assertThat(proposeFor("410305", END, "2023-03-30 24:00:00")).hasStatus(302);
        assertThat(proposeFor("410300", "windows.UNIT_REVIEW.to", "2023-03-29 24:00:00"))
                .as("the county's is not confirmed yet")
                .hasStatus(302);
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0)).hasStatus(302);
        assertThat(decide(2, "confirmation", Cast.SECOND_ADMINISTRATOR, 0))
                .hasStatus(409)
                .bodyText()
                .contains("涧西区另有补充通知，合在一起不一致", "“单位资格初审”的截止时间不能早于“网上注册报名”的截止时间");
        assertThat(proposeFor("410300", "windows.UNIT_REVIEW.to", "2023-03-29 24:00:00"))
                .hasStatus(422)
                .bodyText()
                .contains("涧西区另有补充通知");
        assertThat(proposeFor("410311", "windows.UNIT_REVIEW.to", "2023-03-29 24:00:00"))
                .as("another county has nothing to do with it")
                .hasStatus(302);
    }

    /** An amendment holds for what is published after it was proposed too: there "from this to that" must still be so. */
    @Test
    void what_was_proposed_before_another_package_was_published_is_not_confirmed_blindly() {
        propose(END, "2023-03-30 24:00:00");
        var shipped = ShippedPackage.LUOYANG_2023;
        assertThat(mvc.post()
                        .uri("/administration/cycles/new")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .param("base", shipped.baseText())
                        .param(
                                "overlay",
                                shipped.overlayText().replace("to: 2023-03-28 24:00:00", "to: 2023-03-31 24:00:00"))
                        .exchange())
                .hasStatus(302);
        assertThat(mvc.post()
                        .uri("/administration/cycles/2/publication")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .param("seen", "0")
                        .exchange())
                .hasStatus(302);
        assertThat(decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0))
                .hasStatus(409)
                .bodyText()
                .contains("或已有新发布的方案");
        assertThat(state()).isEqualTo("PROPOSED");
    }

    private MvcTestResult proposeFor(String region, String field, String after) {
        return mvc.post()
                .uri("/administration/cycles/1/amendment")
                .with(cast.as(Cast.ADMINISTRATOR))
                .with(csrf())
                .param("documentNumber", "洛人社函〔2023〕13号")
                .param("reason", "调整")
                .param("region", region)
                .param("wantedFrom", "")
                .param("field-0", field)
                .param("after-0", after)
                .exchange();
    }

    @Test
    void several_fields_can_change_together_where_one_alone_would_break_the_year() {
        assertThat(mvc.post()
                        .uri("/administration/cycles/1/amendment")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .param("documentNumber", "洛人社函〔2023〕13号")
                        .param("reason", "延长")
                        .param("region", "410300")
                        .param("field-0", END)
                        .param("after-0", "2023-04-05 24:00:00")
                        .param("field-1", "windows.UNIT_REVIEW.to")
                        .param("after-1", "2023-04-06 24:00:00")
                        .exchange())
                .hasStatus(302);
    }

    @Test
    void a_field_that_was_only_a_default_is_confirmed_by_an_amendment() {
        propose("windows.PAYMENT.to", "2023-04-20 24:00:00");
        decide("confirmation", Cast.SECOND_ADMINISTRATOR, 0);
        clock.set("2023-04-12T09:00:00");
        assertThat(mvc.get().uri("/").exchange())
                .bodyText()
                .contains("4月20日 24:00")
                .doesNotContain("还有 8 天（待确认）");
    }

    @Test
    void the_form_shows_only_the_fields_that_were_chosen() {
        assertThat(mvc.get()
                        .uri("/administration/cycles/1/amendment")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("网上注册报名 · 截止", "现为 2023年3月28日 24:00");
        assertThat(mvc.get()
                        .uri("/administration/cycles/1/amendment?field={field}", END)
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("2023-03-28 24:00:00")
                .doesNotContain("网上缴费");
        assertThat(mvc.get()
                        .uri("/administration/cycles/1/amendment?field=cycle.year")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .hasStatus(422);
    }

    @Test
    void nobody_but_an_administrator_of_the_region_comes_near() {
        propose(END, "2023-03-30 24:00:00");
        for (var who : Cast.ALL) {
            if (!who.equals(Cast.ADMINISTRATOR)) {
                assertThat(page(who)).as(who).hasStatus(403);
                assertThat(decide("confirmation", who, 0)).as(who).hasStatus(403);
            }
        }
        assertThat(mvc.get()
                        .uri("/administration/cycles/amendments/99")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .exchange())
                .hasStatus(404);
    }

    private MvcTestResult propose(String field, String after) {
        return proposeFor("410300", field, after);
    }

    private MvcTestResult decide(String act, String who, int seen) {
        return decide(1, act, who, seen);
    }

    private MvcTestResult decide(long id, String act, String who, int seen) {
        return mvc.post()
                .uri("/administration/cycles/amendments/" + id + "/" + act)
                .with(cast.as(who))
                .with(csrf())
                .param("seen", Integer.toString(seen))
                .exchange();
    }

    private MvcTestResult page(String who) {
        return mvc.get()
                .uri("/administration/cycles/amendments/1")
                .with(cast.as(who))
                .exchange();
    }

    private String state() {
        return jdbc.sql("select state from cycle.amendment where id = 1")
                .query(String.class)
                .single();
    }
}
