package org.gongkao.application.onsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.demo.CastSeeds;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** How the database means to answer what the lists of originals ask, when there is a lot to read; and that they go on by key. */
class VisitPlansDbTest extends DatabaseTest {

    private static final int FILES = 10_000;

    private static final Actor OFFICER =
            new Actor(1, "王海", Role.COUNTY_REVIEWER, Office.agency("1").toString(), null);

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    private VisitLists lists;

    @BeforeEach
    void many_files() {
        jdbc.sql("""
                insert into person.person (name, number_sealed, number_index, masked_number)
                select '张' || chr(19968 + g), '\\x00', decode(lpad(to_hex(g), 16, '0'), 'hex'), '410305********1234'
                  from generate_series(1, :files) g
                """).param("files", FILES).update();
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, authority, overseer, tier, holder, held_since, submitted_at, content_hash, created_at, changed_at)
                select 'P' || p.id, p.id, 2023, 1, 'IN_REVIEW', 3, 'S0203', case when p.id % 7 < 4 then :unit else 'unit-' || p.id % 50 end,
                       '{}', 'agency:' || p.id % 3, 'agency:9' || p.id % 2, 0, 'agency:' || p.id % 3,
                       timestamptz '2023-03-10 00:00+08' + p.id * interval '1 second', now(), 'x', now(), now()
                  from person.person p where p.number_sealed = '\\x00'
                """).param("unit", CastSeeds.COUNTY_UNIT).update();
        jdbc.sql("""
                insert into application.finding (application_id, office, item, item_hash, outcome, account_id, at)
                select a.id, a.holder, 'choice', a.level || '/' || a.occupation || '/' || a.unit_code,
                       case when a.id % 5 = 0 then 'ON_SITE' else 'MET' end, 1, now()
                  from application.application a where a.number like 'P%'
                """).update();
        jdbc.sql("""
                insert into application.visit_slot (agency, starts_at, ends_at, place, capacity, account_id, created_at)
                select 'agency:' || g % 3, timestamptz '2023-03-16 09:00+08' + g * interval '1 hour',
                       timestamptz '2023-03-16 10:00+08' + g * interval '1 hour', '二楼', 500, 1, now()
                  from generate_series(1, 200) g
                """).update();
        jdbc.sql("""
                insert into application.visit (application_id, slot_id, agency, overseer, starts_at, state, receipt,
                       received_at, due_at, returned_at)
                select a.id, s.id, s.agency, a.overseer, s.starts_at, st.state,
                       case when st.state <> 'BOOKED' then 'YJ' || a.id end,
                       case when st.state <> 'BOOKED' then now() end,
                       case when st.state <> 'BOOKED' then timestamptz '2023-03-14 00:00+08' + a.id * interval '1 second' end,
                       case when st.state = 'RETURNED' then now() end
                  from application.application a
                  join application.visit_slot s on s.id = 1 + a.id % 200
                  cross join lateral (select (array['BOOKED', 'RECEIVED', 'COMPARED', 'RETURNED', 'RETURNED'])[1 + a.id / 5 % 5] as state) st
                 where a.number like 'P%' and a.id % 5 <> 0
                """).update();
        jdbc.sql("""
                insert into organisation.unit (code, name, kind, agency_code, region_code)
                select 'T' || lpad(g::text, 17, '0'), '单位' || g, 'PUBLIC_INSTITUTION', '410305', '410305'
                  from generate_series(1, 4000) g
                """).update();
        analyse();
    }

    /** As its own housekeeping does by and by; the application's role may not. */
    private void analyse() {
        try (var owner = DriverManager.getConnection(
                        url, EmbeddedServer.OWNER, TestDatabase.server().password(EmbeddedServer.OWNER));
                var statement = owner.createStatement()) {
            statement.execute(
                    "analyze organisation.unit, person.person, application.application, application.finding, application.visit,"
                            + " application.visit_slot");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_list_reads_all_files_or_all_appointments() {
        for (var desk : VisitDesk.values()) {
            assertThat(plan(VisitLists.sql(desk)))
                    .as("%s", desk)
                    .doesNotContain("Seq Scan on application", "Seq Scan on visit v", "Seq Scan on finding");
        }
        assertThat(plan(VisitLists.ofUnit()))
                .doesNotContain("Seq Scan on application", "Seq Scan on visit ", "Seq Scan on finding");
    }

    @Test
    void each_list_stands_on_the_index_that_holds_its_filter_and_its_order() {
        assertThat(plan(VisitLists.sql(VisitDesk.DAY))).contains("visit_of_day");
        assertThat(plan(VisitLists.sql(VisitDesk.HELD))).contains("visit_held ").doesNotContain("Sort");
        assertThat(plan(VisitLists.sql(VisitDesk.BELOW))).contains("visit_held_below");
    }

    @Test
    void the_screens_of_a_list_follow_each_other_and_show_every_file_once() {
        for (var desk : new VisitDesk[] {VisitDesk.HELD, VisitDesk.WAITING}) {
            var seen = new HashSet<String>();
            int rows = 0;
            ListKey after = null;
            for (int screen = 0; screen < 4; screen++) {
                var page = lists.list(desk, Shanghai.day(clock.instant()), after, OFFICER, clock.instant());
                page.rows().forEach(row -> seen.add(row.number()));
                rows += page.rows().size();
                after = ListKey.parse(page.next()).orElseThrow();
            }
            assertThat(rows).as("%s", desk).isEqualTo(4 * ListKey.SCREEN);
            assertThat(seen).as("%s", desk).hasSize(rows);
        }
    }

    @Test
    void what_counts_in_the_navigation_ends_where_a_page_stops_counting() {
        assertThat(lists.overdue(OFFICER, Instant.parse("2099-01-01T00:00:00Z")))
                .isEqualTo(new VisitLists.Overdue(1000, 0));
        assertThat(lists.concerns(cast.actor(Cast.WORKER))).isFalse();
    }

    private String plan(String sql) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("office", "agency:1");
        values.put("code", "unit-7");
        values.put("from", Timestamp.from(Instant.parse("2023-03-19T16:00:00Z")));
        values.put("to", Timestamp.from(Instant.parse("2023-03-20T16:00:00Z")));
        values.put("now", Timestamp.from(clock.instant()));
        values.put("since", Timestamp.from(Instant.EPOCH));
        values.put("after", 0L);
        values.put("limit", ListKey.SCREEN + 1);
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .params(values)
                        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                        .list());
    }
}
