package org.gongkao.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.SystemActs;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.Charges;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 补充通知延长期限: what an extension means for a file – before the bell it does not ring, after it who had begun goes on. */
class TimeGivenAgainFlowTest extends DatabaseTest {

    @Autowired
    private Applications applications;

    @Autowired
    private WorkerActs acts;

    @Autowired
    private GivenFile files;

    @Autowired
    private SystemActs system;

    @Autowired
    private Charges charges;

    @Test
    void 注册期间延长48小时的_原截止时间不失效_延长的最后一刻仍可提交() {
        var file = draft();
        amend("REGISTRATION", "", "2023-03-30 24:00:00", "2023-03-27T16:00:00");
        system.endOfDay(at("2023-03-29T00:00:30"));
        assertThat(state(file)).isEqualTo(ApplicationState.DRAFT);
        handIn(file, "2023-03-30T23:59:59.999");
        assertThat(state(file)).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void 延长后的截止时间一到_未提交的失效() {
        var file = draft();
        amend("REGISTRATION", "", "2023-03-30 24:00:00", "2023-03-27T16:00:00");
        assertThat(refused(() -> handIn(file, "2023-03-31T00:00:00"))).isEqualTo(409);
        system.endOfDay(at("2023-03-31T00:00:00"));
        assertThat(state(file)).isEqualTo(ApplicationState.LAPSED);
    }

    @Test
    void 截止后才生效的延长_已填写的从原来的一步继续() {
        var file = draft();
        amend("REGISTRATION", "2023-03-29 08:00:00", "2023-03-30 24:00:00", "2023-03-28T23:00:00");
        system.endOfDay(at("2023-03-29T00:00:00"));
        assertThat(state(file)).isEqualTo(ApplicationState.LAPSED);

        clock.set("2023-03-29T07:59:59.999");
        assertThat(home()).bodyText().contains("今年的申报已失效").doesNotContain("继续办理");
        assertThat(resume(file, Cast.WORKER)).hasStatus(409);
        clock.set("2023-03-29T08:00:00");
        assertThat(home()).bodyText().contains("期限已延长，可以继续办理", "3月30日 24:00");
        assertThat(resume(file, Cast.WORKER)).hasStatus(302);
        assertThat(state(file)).isEqualTo(ApplicationState.DRAFT);
        assertThat(resume(file, Cast.WORKER)).hasStatus(409);
        handIn(file, "2023-03-30T23:59:59.999");
        assertThat(state(file)).isEqualTo(ApplicationState.IN_REVIEW);
    }

    @Test
    void 退回后错过补正的_补正延长后继续改正_其他期限未到的不能() {
        clock.set("2023-03-20T09:00:00");
        var file = files.passedByUnit(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.sendBack(file, Set.of("choice"), cast.actor(Cast.COUNTY), clock.instant());
        system.endOfDay(at("2023-04-09T00:00:00"));
        clock.set("2023-04-09T09:00:00"); // the time to pay runs still, which is not what was missed
        assertThat(resume(file, Cast.WORKER)).hasStatus(409);
        amend("CORRECTION", "", "2023-04-10 24:00:00", "2023-04-09T10:00:00");
        assertThat(resume(file, Cast.WORKER)).hasStatus(302);
        assertThat(state(file)).isEqualTo(ApplicationState.RETURNED);
        assertThat(home()).bodyText().contains("要改正的 1 处");
    }

    @Test
    void 错过缴费的_缴费延长后缴费单重新开放() {
        clock.set("2023-04-08T09:00:00");
        var file = files.inReview(
                cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
        system.endOfDay(at("2023-04-15T00:00:00"));
        assertThat(state(file)).isEqualTo(ApplicationState.LAPSED);
        amend("PAYMENT", "", "2023-04-18 24:00:00", "2023-04-16T09:00:00");
        assertThat(resume(file, Cast.WORKER)).hasStatus(302);
        assertThat(state(file)).isEqualTo(ApplicationState.PAYMENT_DUE);
        assertThat(charges.find(file).deadline()).isEqualTo(at("2023-04-19T00:00:00"));
        system.endOfDay(at("2023-04-17T00:00:00"));
        assertThat(state(file)).isEqualTo(ApplicationState.PAYMENT_DUE);
    }

    @Test
    void 禁止申报期内的_期限延长也不能继续办理() {
        var file = draft();
        amend("REGISTRATION", "2023-03-29 08:00:00", "2023-03-30 24:00:00", "2023-03-28T23:00:00");
        system.endOfDay(at("2023-03-29T00:00:00"));
        clock.set("2023-03-29T08:00:00");
        bar(cast.actor(Cast.WORKER).person());
        assertThat(home()).bodyText().doesNotContain("可以继续办理");
        assertThat(resume(file, Cast.WORKER)).hasStatus(409).bodyText().contains("不能申报");
        assertThat(state(file)).isEqualTo(ApplicationState.LAPSED);
    }

    private void bar(long person) {
        jdbc.sql("""
                insert into sanction.sanction (number, person_id, agency_code, superior_code, package_id, year, filed_on, material,
                       facts, clause, state, handled_by, answer_until, decision, barred_from, barred_until, opened_at)
                select '2023031500001', :person, '410305', '410300', min(id), 2023, date '2023-03-12', '证书', '查无此证', '八（三）',
                       'IMPOSED', 1, :now, '洛人社工考〔2023〕5号', :now, :until, :now
                  from cycle.year_package
                """)
                .param("person", person)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("until", java.sql.Timestamp.from(clock.instant().plus(java.time.Duration.ofDays(730))))
                .update();
    }

    private String draft() {
        return acts.takenBack(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
    }

    private void handIn(String file, String time) {
        clock.set(time);
        var worker = cast.actor(Cast.WORKER);
        acts.submit(file, applications.get(file, worker).version(), worker, clock.instant());
    }

    private MvcTestResult home() {
        return mvc.get().uri("/application").with(cast.as(Cast.WORKER)).exchange();
    }

    private MvcTestResult resume(String file, String who) {
        return mvc.post()
                .uri("/application/resumption")
                .with(cast.as(who))
                .with(csrf())
                .param("version", "" + applications.get(file, Actor.SYSTEM).version())
                .exchange();
    }

    private void amend(String window, String from, String end, String now) {
        clock.set(now);
        assertThat(mvc.post()
                        .uri("/administration/cycles/1/amendment")
                        .with(cast.as(Cast.ADMINISTRATOR))
                        .with(csrf())
                        .param("documentNumber", "洛人社函〔2023〕12号")
                        .param("reason", "报名网站无法访问")
                        .param("region", "410300")
                        .param("wantedFrom", from)
                        .param("field-0", "windows." + window + ".to")
                        .param("after-0", end)
                        .exchange())
                .hasStatus(302);
        var amendment = jdbc.sql("select max(id) from cycle.amendment")
                .query(Long.class)
                .single();
        assertThat(mvc.post()
                        .uri("/administration/cycles/amendments/" + amendment + "/confirmation")
                        .with(cast.as(Cast.SECOND_ADMINISTRATOR))
                        .with(csrf())
                        .param("seen", "0")
                        .exchange())
                .hasStatus(302);
    }

    private ApplicationState state(String file) {
        return applications.get(file, Actor.SYSTEM).state();
    }

    private static int refused(Runnable act) {
        try {
            act.run();
            return 0;
        } catch (Refusal refusal) {
            return refusal.reason().status();
        }
    }

    private static Instant at(String time) {
        return Instant.parse(time + "Z").minusSeconds(8 * 3600);
    }
}
