package org.gongkao.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.gongkao.DatabaseTest;
import org.gongkao.TestDatabase;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Promises;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.EmbeddedServer;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** How the database means to answer what the queues ask, when there is a lot to read. */
class QueuePlansDbTest extends DatabaseTest {

    private static final int FILES = 10_000;

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    Cycles cycles;

    @BeforeEach
    void many_files() {
        jdbc.sql("""
                insert into person.person (name, number_sealed, number_index, masked_number)
                select '张' || chr(19968 + g), '\\x00', decode(lpad(to_hex(g), 16, '0'), 'hex'), '410305********1234'
                  from generate_series(1, :files) g
                """).param("files", FILES).update();
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, department_code, authority, overseer, tier, holder, held_since, submitted_at, content_hash,
                       created_at, changed_at)
                select 'P' || p.id, p.id, 2023, 1, s.state, 1 + p.id % 5, 'S0203', 'unit-' || p.id % 50, '{}',
                       'department-' || p.id % 10, 'agency:' || p.id % 3, 'agency:' || p.id % 2, 0,
                       case when s.state in ('IN_REVIEW', 'OBJECTED') then
                           (array['unit:unit-' || p.id % 50, 'department:department-' || p.id % 10, 'agency:' || p.id % 3])[1 + p.id % 3] end,
                       timestamptz '2023-03-10 00:00+08' + p.id * interval '1 second', now(), 'x', now(), now()
                  from person.person p
                  cross join lateral (select (array['IN_REVIEW', 'RETURNED', 'PAYMENT_DUE', 'PAID', 'OBJECTED', 'REJECTED',
                                          'LAPSED'])[1 + p.id / 5 % 7] as state) s
                 where p.number_sealed = '\\x00'
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
            statement.execute("analyze organisation.unit, person.person, application.application");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_list_reads_all_files_whatever_it_is_filtered_to_and_however_far_it_is_gone_through() {
        var read = new ArrayList<String>();
        for (var kind : Office.Kind.values()) {
            for (var desk : desks(kind)) {
                for (var filter : filters(desk)) {
                    for (boolean further : new boolean[] {false, true}) {
                        var plan = plan(filter, kind, further);
                        if (plan.contains("Seq Scan on application")) {
                            read.add(kind + " " + filter + (further ? " further on" : "") + "\n" + plan);
                        }
                    }
                }
            }
        }
        assertThat(read).isEmpty();
    }

    @Test
    void a_name_is_found_by_the_persons_who_bear_it_and_not_by_going_through_the_list() {
        assertThat(plan(new Queues.Filter(Desk.ALL, null, null, "张三"), Office.Kind.AGENCY, false))
                .contains("person_name", "application_of_person")
                .doesNotContainIgnoringCase("hash");
    }

    private static List<Desk> desks(Office.Kind kind) {
        return kind == Office.Kind.AGENCY
                ? List.of(Desk.values())
                : List.of(Desk.MINE, Desk.LATE, Desk.OBJECTIONS, Desk.ALL);
    }

    private static List<Queues.Filter> filters(Desk desk) {
        var filters = new ArrayList<Queues.Filter>();
        for (var state : Arrays.asList(null, ApplicationState.IN_REVIEW, ApplicationState.PAID)) {
            for (var level : Arrays.asList(null, Level.THREE)) {
                for (var name : List.of("", "张三")) {
                    filters.add(new Queues.Filter(desk, state, level, name));
                }
            }
        }
        return filters;
    }

    private String plan(Queues.Filter filter, Office.Kind kind, boolean further) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("office", "agency:1");
        values.put("code", kind == Office.Kind.UNIT ? "unit-7" : "department-7");
        values.put("state", filter.state() == null ? null : filter.state().name());
        values.put("level", filter.level() == null ? null : filter.level().number());
        values.put("name", filter.name());
        values.putAll(Promises.broken(cycles.current(clock.instant()), clock.instant()));
        values.put("after", 5_000L);
        values.put("since", Timestamp.from(clock.instant()));
        values.put("limit", Queues.SCREEN + 1);
        return String.join(
                "\n",
                jdbc.sql("explain " + Queues.sql(filter, kind, further))
                        .params(values)
                        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                        .list());
    }
}
