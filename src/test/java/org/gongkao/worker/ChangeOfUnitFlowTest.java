package org.gongkao.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A worker goes from one unit to another with three consents, and keeps the record. */
class ChangeOfUnitFlowTest extends DatabaseTest {

    @Autowired
    private Persons persons;

    @Autowired
    private Workers workers;

    private long chen() {
        return persons.find(NationalId.complete("41030519750618113")).orElseThrow();
    }

    private static String number() {
        for (char check : "0123456789X".toCharArray()) {
            if (NationalId.parse("41030519750618113" + check).isPresent()) {
                return "41030519750618113" + check;
            }
        }
        throw new IllegalStateException();
    }

    private MvcTestResult ask(String name, String who) {
        return mvc.post()
                .uri("/moves")
                .param("name", name)
                .param("number", number())
                .param("explanation", "洛人社调〔2023〕8号")
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    private String asked() {
        var answer = ask("陈立民", Cast.CITY_UNIT);
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult act(String path, MoveAct act, int version, String reason, String route, String who) {
        return mvc.post()
                .uri(path + "/acts")
                .param("act", act.name())
                .param("version", String.valueOf(version))
                .param("reason", reason)
                .param("route", route)
                .with(cast.as(who))
                .with(csrf())
                .exchange();
    }

    @Test
    void with_three_consents_the_worker_stands_at_the_new_unit_and_all_are_told() {
        var path = asked();
        assertThat(act(path, MoveAct.RELEASE, 1, "", "", Cast.UNIT)).hasStatus(302);
        assertThat(workers.find(chen()).orElseThrow().unitCode())
                .as("two of three")
                .isEqualTo(CastSeeds.COUNTY_UNIT);
        assertThat(act(path, MoveAct.CONFIRM, 2, "", "", Cast.COUNTY))
                .as("the question of the application under way is answered")
                .hasStatus(422);
        assertThat(act(path, MoveAct.CONFIRM, 2, "", "STAYS", Cast.COUNTY)).hasStatus(302);
        var worker = workers.find(chen()).orElseThrow();
        assertThat(worker.unitCode()).isEqualTo(CastSeeds.CITY_UNIT);
        assertThat(worker.confirmed()).isTrue();
        assertThat(mvc.get().uri(path).with(cast.as(Cast.CITY_UNIT)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("已调动", "仍按提交时的路线审核", "同意调出", "确认调动");
        assertThat(mvc.get()
                        .uri("/worker-records/" + chen())
                        .with(cast.as(Cast.UNIT))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/worker-records/" + chen())
                        .with(cast.as(Cast.CITY_UNIT))
                        .exchange())
                .hasStatusOk();
        assertThat(jdbc.sql("select count(*) from public.event_publication where event_type like '%WorkerMoved'")
                                .query(Integer.class)
                                .single()
                        + jdbc.sql("select count(*) from audit.line where subject like 'worker-move:%'")
                                .query(Integer.class)
                                .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void each_step_is_of_one_side_only() {
        var path = asked();
        assertThat(act(path, MoveAct.RELEASE, 1, "", "", Cast.CITY_UNIT)).hasStatus(409);
        assertThat(act(path, MoveAct.RELEASE, 1, "原单位未答复", "", Cast.COUNTY)).hasStatus(409);
        assertThat(act(path, MoveAct.CONFIRM, 1, "", "STAYS", Cast.COUNTY)).hasStatus(409);
        assertThat(act(path, MoveAct.CONFIRM, 1, "", "STAYS", Cast.UNIT)).hasStatus(409);
        for (var stranger : new String[] {Cast.OTHER_COUNTY, Cast.CITY}) {
            assertThat(mvc.get().uri(path).with(cast.as(stranger)).exchange()).hasStatus(404);
            assertThat(act(path, MoveAct.CONFIRM, 1, "", "STAYS", stranger)).hasStatus(404);
        }
        assertThat(act(path, MoveAct.RELEASE, 1, "", "", Cast.UNIT)).hasStatus(302);
        assertThat(act(path, MoveAct.REFUSE, 1, "晚了", "", Cast.UNIT))
                .as("seen before the consent")
                .hasStatus(409);
    }

    @Test
    void one_human_with_accounts_at_two_offices_takes_one_step_only() {
        var path = asked();
        cast.also(Cast.CITY_UNIT, Cast.UNIT);
        for (var act : new MoveAct[] {MoveAct.RELEASE, MoveAct.REFUSE}) {
            assertThat(act(path, act, 1, "理由", "", Cast.CITY_UNIT + "_" + Cast.UNIT))
                    .hasStatus(403)
                    .bodyText()
                    .contains("一人不能办理同一件调动的两个步骤");
        }
        assertThat(act(path, MoveAct.RELEASE, 1, "", "", Cast.UNIT)).hasStatus(302);
        cast.also(Cast.UNIT, Cast.COUNTY);
        assertThat(act(path, MoveAct.CONFIRM, 2, "", "STAYS", Cast.UNIT + "_" + Cast.COUNTY))
                .hasStatus(403);
        assertThat(workers.find(chen()).orElseThrow().unitCode()).isEqualTo(CastSeeds.COUNTY_UNIT);
        assertThat(act(path, MoveAct.CONFIRM, 2, "", "STAYS", Cast.COUNTY)).hasStatus(302);
    }

    @Test
    void a_refusal_says_why_and_a_request_can_be_taken_back_and_made_again() {
        var path = asked();
        assertThat(ask("陈立民", Cast.CITY_UNIT))
                .as("one at a time")
                .hasStatus(422)
                .bodyText()
                .contains("已有一件调动在办");
        assertThat(act(path, MoveAct.REFUSE, 1, "", "", Cast.UNIT))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(act(path, MoveAct.REFUSE, 1, "本人没有办理调动手续", "", Cast.UNIT)).hasStatus(302);
        var again = asked();
        assertThat(act(again, MoveAct.WITHDRAW, 1, "", "", Cast.CITY_UNIT)).hasStatus(302);
        assertThat(workers.find(chen()).orElseThrow().unitCode()).isEqualTo(CastSeeds.COUNTY_UNIT);
    }

    @Test
    void the_form_is_no_way_to_ask_who_works_where() {
        var wrongName = ask("陈立", Cast.CITY_UNIT);
        assertThat(wrongName).hasStatus(422).bodyText().contains("没有找到可以调入的职工").doesNotContain("幼儿园");
        assertThat(ask("陈立民", Cast.UNIT)).hasStatus(422).bodyText().contains("已是本单位职工");
        workers.enrol(chen(), CastSeeds.CITY_UNIT, clock.instant());
        assertThat(ask("陈立民", Cast.UNIT))
                .as("nobody has confirmed the worker: they choose themself")
                .hasStatus(422)
                .bodyText()
                .contains("没有找到可以调入的职工");
    }
}
