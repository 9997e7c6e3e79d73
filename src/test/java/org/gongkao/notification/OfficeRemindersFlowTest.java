package org.gongkao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.Applications;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.application.review.GivenFile;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 确保审核工作按承诺时限完成 (notice 四(三)): an office is reminded of every date that it owes a file by, and of none that it does not. */
class OfficeRemindersFlowTest extends DatabaseTest {

    private static final String UNIT = "unit:" + CastSeeds.COUNTY_UNIT;
    private static final String DEPARTMENT = "department:" + CastSeeds.COUNTY_DEPARTMENT;
    private static final String COUNTY = "agency:410305";

    @Autowired
    private Reminding reminding;

    @Autowired
    private WorkerActs worker;

    @Autowired
    private GivenFile given;

    @Autowired
    private Applications applications;

    @Autowired
    private Cycles cycles;

    @Test
    void a_unit_is_reminded_of_the_date_that_the_agency_gave_it_and_not_once_it_has_decided() {
        var number = handedIn();
        clock.set("2023-04-04T09:00");
        assertThat(act(Cast.COUNTY, number, "remind", "until", "2023-04-12", "reason", "请尽快审核"))
                .hasStatus(302);

        remindedTwice(UNIT, deadline("2023-04-13"), "还有 1 份申报等待审核，须于2023年4月12日 24:00");
    }

    @Test
    void what_the_unit_decided_meanwhile_is_not_reminded_again() {
        var number = handedIn();
        clock.set("2023-04-04T09:00");
        act(Cast.COUNTY, number, "remind", "until", "2023-04-12", "reason", "请尽快审核");
        at(deadline("2023-04-13").minus(Duration.ofDays(3)));
        remind();
        given.approve(number, cast.actor(Cast.UNIT), clock.instant());
        at(deadline("2023-04-13").minus(Duration.ofDays(1)));
        remind();
        assertThat(reminders(UNIT)).hasSize(1);
        assertThat(reminders(DEPARTMENT))
                .as("before which the file lies now, by the same date")
                .hasSize(1);
    }

    @Test
    void a_unit_is_reminded_of_corrected_files_before_the_review_ends() {
        var number = handedIn();
        given.sendBack(number, Set.of("post"), cast.actor(Cast.UNIT), clock.instant());
        clock.set("2023-04-05T09:00");
        FilledFile.attach(jdbc, number, "OTHER", clock.instant());
        worker.submit(number, version(number), cast.actor(Cast.WORKER), clock.instant());

        remindedTwice(UNIT, deadline("2023-04-11"), "还有 1 份申报等待审核，须于2023年4月10日 24:00");
    }

    @Test
    void an_agency_is_reminded_once_of_all_that_it_has_not_decided_and_told_how_many() {
        for (int person = 1; person <= 3; person++) {
            before(COUNTY, 9_000 + person);
        }
        before("agency:410311", 9_010);

        remindedTwice(COUNTY, deadline("2023-04-11"), "还有 3 份申报等待审核");
        assertThat(reminders("agency:410311"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).contains("还有 1 份"));
    }

    @Test
    void the_superior_is_reminded_before_the_days_of_an_objection_are_over_and_the_unit_of_what_was_reopened() {
        var number = handedIn();
        given.reject(number, "不符合", "考务通知二", cast.actor(Cast.UNIT), clock.instant());
        worker.object(number, version(number), "我在岗", cast.actor(Cast.WORKER), clock.instant());
        var cycle = cycles.current("410305", clock.instant());
        var decidedBy = cycle.workingDays().deadline(clock.instant(), cycle.objectionDays());

        remindedTwice(DEPARTMENT, decidedBy, "还有 1 件申诉须于" + Shanghai.deadline(decidedBy) + "前处理");
        clock.set("2023-04-06T09:00");
        assertThat(act(Cast.DEPARTMENT, number, "reopen", "reason", "再核对", "clause", "考务通知二"))
                .hasStatus(302);
        var own = jdbc.sql("select review_until from application.application")
                .query(Timestamp.class)
                .single()
                .toInstant();
        remindedTwice(UNIT, own, "还有 1 份申报等待审核");
        assertThat(reminders(DEPARTMENT)).as("of what is decided").hasSize(2);
    }

    @Test
    void a_date_of_its_own_that_is_earlier_than_the_years_is_nobodys_deadline() {
        var number = handedIn();
        jdbc.sql("update application.application set review_until = :at")
                .param("at", Timestamp.from(deadline("2023-03-20")))
                .update();
        clock.set("2023-03-19T12:00");
        remind();
        assertThat(reminders(UNIT)).isEmpty();
        given.sendBack(number, Set.of("post"), cast.actor(Cast.UNIT), clock.instant());
        jdbc.sql("update application.application set correction_until = :at")
                .param("at", Timestamp.from(deadline("2023-03-20")))
                .update();
        remind();
        assertThat(reminders("person:" + cast.actor(Cast.WORKER).person())).isEmpty();
    }

    // ── what happens ──

    /** Not before three days, then once; not again before one day, then once more; and never after. */
    private void remindedTwice(String office, Instant deadline, String sentence) {
        at(deadline.minus(Duration.ofDays(3)).minusMillis(1));
        remind();
        assertThat(reminders(office)).as("too early").isEmpty();
        at(deadline.minus(Duration.ofDays(3)));
        remind();
        remind();
        assertThat(reminders(office)).singleElement().asString().contains(sentence);
        at(deadline.minus(Duration.ofDays(1)).minusMillis(1));
        remind();
        assertThat(reminders(office)).hasSize(1);
        at(deadline.minus(Duration.ofDays(1)));
        remind();
        remind();
        assertThat(reminders(office)).hasSize(2);
        at(deadline);
        remind();
        assertThat(reminders(office)).hasSize(2);
    }

    private String handedIn() {
        return worker.handedIn(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
    }

    private void before(String office, long person) {
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, authority, holder, tier, held_since, submitted_at, content_hash, created_at, changed_at)
                values ('2023' || lpad(nextval('application.application_number')::text, 7, '0'), :person, 2023, :package,
                       'IN_REVIEW', 3, 'S0201', :unit, array[:office], :office, :office, 0, :at, :at, 'x', :at, :at)
                """)
                .param("person", person)
                .param("package", cycles.current(clock.instant()).packageId())
                .param("unit", CastSeeds.COUNTY_UNIT)
                .param("office", office)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult act(
            String who, String number, String act, String... fields) {
        var request = mvc.post()
                .uri("/reviews/" + number)
                .with(cast.as(who))
                .with(csrf())
                .param("version", "" + version(number))
                .param("act", act);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private int version(String number) {
        return applications.get(number, Actor.SYSTEM).version();
    }

    private static Instant deadline(String day) {
        return Shanghai.startOf(java.time.LocalDate.parse(day));
    }

    private void at(Instant then) {
        clock.pass(Duration.between(clock.instant(), then));
    }

    private void remind() {
        reminding.remind(clock.instant());
    }

    private List<String> reminders(String recipient) {
        return jdbc.sql("""
                select sentence from notification.message
                 where recipient = :to and occasion like 'due:%' and template <> 'REVIEW_DUE' order by id
                """).param("to", recipient).query(String.class).list();
    }
}
