package org.gongkao.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.Promise.Pace;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Counting in SQL how files stand against the promised time says of many what {@link Promise#of} says of each. */
class AgeingDbTest extends DatabaseTest {

    private static final Office COUNTY = Office.agency("410305");

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    Ageing ageing;

    @Autowired
    Cycles cycles;

    private int files;

    @Test
    void for_files_of_every_kind_and_on_every_half_day_sql_and_java_say_the_same_pace() {
        for (var now = at("2023-03-10T12:00:00");
                now.isBefore(at("2023-04-20T00:00:00"));
                now = now.plus(Duration.ofHours(12))) {
            var since = now.minus(Duration.ofHours(2));
            file(since, false, null, null);
            file(since, true, null, since.minus(Duration.ofDays(6)));
            file(since, true, null, since.minus(Duration.ofDays(1)));
            file(since, false, since.plus(Duration.ofDays(9)), null);
            file(since, true, at("2023-04-01T00:00:00"), since.minus(Duration.ofDays(3)));
            assertSame(now);
        }
    }

    private record Waiting(
            Instant heldSince, boolean corrected, @Nullable Instant reviewUntil, int earlier) {}

    private void assertSame(Instant now) {
        var cycle = cycles.current("410305", now);
        var expected = new EnumMap<Pace, Long>(Pace.class);
        var waiting = jdbc.sql("select a.held_since, a.corrected, a.review_until, " + Promises.EARLIER
                        + " as earlier from application.application a")
                .param("days", Promises.days(cycle, now))
                .query(Waiting.class)
                .list();
        for (var file : waiting) {
            var own = new Timing.OwnDates(
                    Office.Kind.AGENCY, file.corrected(), file.reviewUntil(), null, null, null, null);
            var promise = Promise.of(
                    cycle, new Timing(cycle::window, own), Office.Kind.AGENCY, file.heldSince(), file.earlier(), now);
            expected.merge(promise.pace(), 1L, Long::sum);
        }
        var count = ageing.of(List.of(new Ageing.Waiting(COUNTY, cycle)), now).getOrDefault(COUNTY, Ageing.Count.NONE);
        assertThat(List.of(count.firstHalf(), count.secondHalf(), count.dueSoon(), count.late()))
                .as(now.toString())
                .isEqualTo(List.of(
                        expected.getOrDefault(Pace.FIRST_HALF, 0L),
                        expected.getOrDefault(Pace.SECOND_HALF, 0L),
                        expected.getOrDefault(Pace.DUE_SOON, 0L),
                        expected.getOrDefault(Pace.LATE, 0L)));
    }

    @Test
    void only_what_waits_before_the_agencies_asked_for_is_counted_and_the_oldest_is_told() {
        var first = at("2023-03-13T09:00:00");
        file(first.plus(Duration.ofDays(1)), false, null, null);
        file(first, false, null, null);
        jdbc.sql("update application.application set holder = 'agency:410311' where number = 'A2'")
                .update();
        var counts = ageing.of(List.of(new Ageing.Waiting(COUNTY, cycles.current(first))), first);
        assertThat(counts).containsOnlyKeys(COUNTY);
        assertThat(counts.getOrDefault(COUNTY, Ageing.Count.NONE))
                .isEqualTo(new Ageing.Count(1, first.plus(Duration.ofDays(1)), 1, 0, 0, 0));
    }

    @Test
    void the_files_that_wait_are_found_by_the_queues_index_and_not_among_all() {
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, tier, holder, held_since, created_at, changed_at)
                select 'P' || g, g, 2023, 1, case when g % 20 = 0 then 'IN_REVIEW' else 'PAID' end, 3, 'S0203', 'u', '{}', 0,
                       case when g % 20 = 0 then 'agency:' || g % 7 end, timestamptz '2023-03-10 00:00+08', now(), now()
                  from generate_series(1, 10000) g
                """).update();
        try (var owner = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = owner.createStatement()) {
            statement.execute("analyze application.application");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var asked = List.of(new Ageing.Waiting(Office.agency("1"), cycles.current(clock.instant())));
        var plan = String.join(
                "\n",
                jdbc.sql("explain " + Ageing.SQL)
                        .params(Ageing.asked(asked, clock.instant()))
                        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                        .list());
        assertThat(plan).contains("application_queue").doesNotContain("Seq Scan on application");
    }

    /** {@code before}: since when the office had it the first time, for two days, until it was sent back. */
    private void file(Instant since, boolean corrected, @Nullable Instant reviewUntil, @Nullable Instant before) {
        int number = ++files;
        long id = jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, authority, overseer, tier, holder, held_since, corrected, review_until, submitted_at,
                       content_hash, created_at, changed_at)
                values ('A' || :number, :number, 2023, 1, 'IN_REVIEW', 3, 'S0203', 'u', array['agency:410305'],
                        'agency:410305', 'agency:410300', 0, 'agency:410305', :since, :corrected, :until, :since, 'x', :since,
                        :since)
                returning id
                """)
                .param("number", number)
                .param("since", Timestamp.from(since))
                .param("corrected", corrected)
                .param("until", reviewUntil == null ? null : Timestamp.from(reviewUntil))
                .query(Long.class)
                .single();
        if (before != null) {
            for (var act : List.of("SUBMIT", "RETURN")) {
                boolean back = act.equals("RETURN");
                jdbc.sql("""
                        insert into application.act (application_id, act, from_state, to_state, tier, office, account_id,
                               actor_name, role, at, from_holder)
                        values (:id, :act, :from, :to, 0, 'agency:410305', 1, '王海', 'COUNTY_REVIEWER', :at, :holder)
                        """)
                        .param("id", id)
                        .param("act", act)
                        .param("from", back ? "IN_REVIEW" : "DRAFT")
                        .param("to", back ? "RETURNED" : "IN_REVIEW")
                        .param("at", Timestamp.from(back ? before.plus(Duration.ofDays(2)) : before))
                        .param("holder", back ? "agency:410305" : null)
                        .update();
            }
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }
}
