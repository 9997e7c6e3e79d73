package org.gongkao.application.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.gongkao.Cast;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.person.NationalId;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 经所在单位同意 (notice 二(一)): a file goes to the unit of which its worker is, and no other lets it pass. */
class PresentUnitFlowTest extends FillingTest {

    private static final Office KINDERGARTEN = Office.unit(CastSeeds.COUNTY_UNIT);
    private static final Office GARDENS = Office.unit(CastSeeds.CITY_UNIT);

    @Autowired
    GivenFile given;

    private long person;

    /** Registered with the kindergarten, which has not looked yet. */
    @BeforeEach
    void unconfirmed() {
        person = cast.actor(Cast.WORKER).person();
        jdbc.sql("""
                update worker.worker set standing = 'UNCONFIRMED', decided_by = null, decided_at = null
                 where person_id = :person
                """).param("person", person).update();
    }

    @Test
    void a_draft_of_who_was_refused_goes_to_the_unit_that_confirmed_them_and_not_to_the_one_that_refused() {
        begin();
        refuse();
        assertThat(get(Cast.WORKER, "/application/submission"))
                .hasStatusOk()
                .bodyText()
                .contains("没有确认您是本单位职工", "/my-unit");
        choose();
        assertThat(get(Cast.WORKER, "/application"))
                .bodyText()
                .contains("洛阳市园林绿化中心")
                .doesNotContain("实验幼儿园");
        confirm();
        handIn();

        assertThat(file().unitCode()).isEqualTo(CastSeeds.CITY_UNIT);
        assertThat(file().filed().route())
                .containsExactly(GARDENS, Office.department(CastSeeds.CITY_DEPARTMENT), Office.agency("410300"));
        assertThat(get(Cast.UNIT, "/reviews/" + number())).hasStatus(404);
        assertThat(approve(Cast.UNIT)).hasStatus(404);
        given.find(number(), cast.actor(Cast.CITY_UNIT), clock.instant());
        assertThat(approve(Cast.CITY_UNIT)).hasStatus(302);
        assertThat(file().progress().holder()).isEqualTo(Office.department(CastSeeds.CITY_DEPARTMENT));
    }

    @Test
    void a_file_before_the_unit_that_refuses_its_worker_comes_back_and_goes_to_the_unit_chosen_then() {
        begin();
        handIn();
        clock.set("2023-04-02T09:00");
        refuse();
        becomes(ApplicationState.RETURNED);

        assertThat(get(Cast.UNIT, "/reviews")).bodyText().doesNotContain(number());
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("单位没有确认", "2023年4月10日 24:00");
        assertThat(inbox()).contains("没有确认您是本单位职工").contains("重新提交");
        assertThat(handIn(Cast.WORKER, version(), "POST_POLICY", "PLEDGE"))
                .as("while no other unit was chosen")
                .hasStatus(422);
        choose();
        handIn();
        assertThat(file().filed().route()).startsWith(GARDENS);
        assertThat(file().progress().holder()).isEqualTo(GARDENS);
        refuses(() -> given.approve(number(), cast.actor(Cast.CITY_UNIT), clock.instant()));
        confirm();
        given.approve(number(), cast.actor(Cast.CITY_UNIT), clock.instant());
        assertThat(get(Cast.UNIT, "/reviews/" + number())).hasStatus(404);
    }

    @Test
    void what_comes_back_once_correction_is_over_has_working_days_of_its_own() {
        begin();
        handIn();
        given.sendBack(number(), java.util.Set.of("post"), cast.actor(Cast.UNIT), clock.instant());
        clock.set("2023-04-08T20:00");
        FilledFile.attach(jdbc, number(), "OTHER", clock.instant());
        handIn();
        clock.set("2023-04-09T09:00");
        refuse();
        becomes(ApplicationState.RETURNED);
        assertThat(get(Cast.WORKER, "/application")).bodyText().contains("2023年4月14日 24:00");
        choose();
        handIn();
        assertThat(file().progress().holder()).isEqualTo(GARDENS);
    }

    @Test
    void who_chooses_another_unit_before_the_first_has_looked_has_the_file_back_and_hands_it_in_anew() {
        begin();
        handIn();
        choose();
        becomes(ApplicationState.RETURNED);
        assertThat(get(Cast.UNIT, "/reviews/" + number())).hasStatus(404);
        assertThat(get(Cast.WORKER, "/application"))
                .bodyText()
                .contains("洛阳市园林绿化中心")
                .doesNotContain("实验幼儿园");
        handIn();
        assertThat(file().progress().holder()).isEqualTo(GARDENS);
    }

    @Test
    void a_file_reopened_before_the_unit_that_has_refused_its_worker_since_comes_back_to_the_worker() {
        begin();
        handIn();
        given.reject(number(), "不符合", "考务通知二", cast.actor(Cast.UNIT), clock.instant());
        refuse();
        assertThat(post(Cast.WORKER, "/application/objection", "version", "" + version(), "reason", "我在岗"))
                .hasStatus(302);
        assertThat(post(
                        Cast.DEPARTMENT,
                        "/reviews/" + number(),
                        "version",
                        "" + version(),
                        "act",
                        "reopen",
                        "reason",
                        "请再核对",
                        "clause",
                        "考务通知二"))
                .hasStatus(302);
        assertThat(file().state()).isEqualTo(ApplicationState.RETURNED);
    }

    @Test
    void a_file_follows_a_move_where_the_agency_says_so_and_the_new_unit_decides() {
        atKindergarten();
        begin();
        handIn();
        move("FOLLOWS");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(file().progress().holder()).isEqualTo(GARDENS));
        assertThat(file().filed().route()).last().isEqualTo(Office.agency("410300"));
        assertThat(get(Cast.UNIT, "/reviews/" + number())).hasStatus(404);
        assertThat(inbox()).contains("改按现单位的路线审核");
        given.approve(number(), cast.actor(Cast.CITY_UNIT), clock.instant());
    }

    @Test
    void a_file_that_keeps_its_route_is_still_decided_by_the_unit_that_had_confirmed_the_worker() {
        atKindergarten();
        begin();
        handIn();
        move("STAYS");
        given.approve(number(), cast.actor(Cast.UNIT), clock.instant());
        assertThat(file().progress().holder()).isEqualTo(Office.department(CastSeeds.COUNTY_DEPARTMENT));
    }

    @Test
    void a_returned_file_goes_to_the_unit_that_the_agency_named_at_the_move() {
        atKindergarten();
        begin();
        handIn();
        given.sendBack(number(), java.util.Set.of("post"), cast.actor(Cast.UNIT), clock.instant());
        clock.pass(Duration.ofMinutes(5));
        FilledFile.attach(jdbc, number(), "OTHER", clock.instant());
        move("FOLLOWS");
        follows();
        handIn();
        assertThat(file().progress().holder()).isEqualTo(GARDENS);
    }

    @Test
    void a_draft_goes_to_the_new_unit_whatever_was_said_of_files_under_way() {
        atKindergarten();
        begin();
        move("STAYS");
        follows();
        handIn();
        assertThat(file().progress().holder()).isEqualTo(GARDENS);
    }

    // ── who does what ──

    private void begin() {
        assertThat(post(
                        Cast.WORKER,
                        "/application/choice",
                        "level",
                        "3",
                        "occupation",
                        FilledFile.OCCUPATION,
                        "version",
                        ""))
                .hasStatus(302);
        FilledFile.fill(jdbc, number(), clock.instant());
    }

    private void handIn() {
        assertThat(handIn(Cast.WORKER, version(), "POST_POLICY", "PLEDGE")).hasRedirectedUrl("/application/receipt");
    }

    private void refuse() {
        assertThat(post(Cast.UNIT, "/workers/" + person + "/refusal", "version", standing(), "reason", "不是本单位职工"))
                .hasStatus(302);
    }

    private void choose() {
        assertThat(post(Cast.WORKER, "/my-unit", "unit", CastSeeds.CITY_UNIT)).hasStatus(302);
        follows();
    }

    /** What stood on a screen before is old then. */
    private void follows() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("select unit_code from application.application")
                        .query(String.class)
                        .single()
                        .equals(CastSeeds.CITY_UNIT));
    }

    private void confirm() {
        assertThat(post(Cast.CITY_UNIT, "/workers/" + person + "/confirmation", "version", standing()))
                .hasStatus(302);
    }

    private void atKindergarten() {
        assertThat(post(Cast.UNIT, "/workers/" + person + "/confirmation", "version", standing()))
                .hasStatus(302);
    }

    private void move(String route) {
        var asked = post(Cast.CITY_UNIT, "/moves", "name", "陈立民", "number", number18(), "explanation", "洛人社调〔2023〕8号");
        assertThat(asked).hasStatus(302);
        var path = Objects.requireNonNull(asked.getResponse().getRedirectedUrl()) + "/acts";
        assertThat(post(Cast.UNIT, path, "act", "RELEASE", "version", "1")).hasStatus(302);
        assertThat(post(Cast.COUNTY, path, "act", "CONFIRM", "version", "2", "route", route))
                .hasStatus(302);
    }

    private static String number18() {
        return java.util.stream.Stream.of("0123456789X".split(""))
                .map(check -> "41030519750618113" + check)
                .filter(number -> NationalId.parse(number).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private String standing() {
        return jdbc.sql("select version::text from worker.worker where person_id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult approve(String who) {
        return post(who, "/reviews/" + number(), "version", "" + version(), "act", "approve", "responsible", "李敏");
    }

    private void becomes(ApplicationState state) {
        await().atMost(Duration.ofSeconds(10)).until(() -> file().state() == state);
    }

    private String inbox() {
        await().atMost(Duration.ofSeconds(10)).until(() -> sentences().contains("单位"));
        return sentences();
    }

    private String sentences() {
        return String.join(
                " ", jdbc.sql("""
                        select sentence from notification.message
                         where recipient = 'person:' || :person and template not in ('SUBMITTED', 'NOT_CONFIRMED', 'MOVE_TOLD')
                        """).param("person", person).query(String.class).list());
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .isIn(ApplicationRefusal.WORKER_UNCONFIRMED, ApplicationRefusal.NOT_ALLOWED_NOW));
    }
}
