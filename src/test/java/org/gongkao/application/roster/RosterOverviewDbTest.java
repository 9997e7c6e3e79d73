package org.gongkao.application.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.Charges;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** An agency's list of rosters, with five thousand units. */
class RosterOverviewDbTest extends DatabaseTest {

    private static final int UNITS = 5000;

    @Autowired
    private DataSource source;

    @Autowired
    private Persons persons;

    @Autowired
    private Charges charges;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Organisation organisation;

    private final AtomicInteger statements = new AtomicInteger();

    /** Outside a transaction every statement takes a connection of its own, and so is counted. */
    private RosterOverview counted() {
        var jdbc = JdbcClient.create(new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                statements.incrementAndGet();
                return super.getConnection();
            }
        });
        return new RosterOverview(
                new LiveRosters(jdbc, persons, charges, catalogue, cycles, organisation),
                new FrozenRosters(jdbc),
                new LineChecks(jdbc),
                cycles);
    }

    @Test
    void a_screen_of_five_thousand_units_takes_as_many_statements_as_one_of_a_single_unit() {
        clock.set("2023-04-08T09:00:00");
        plant(1, 1);
        var overview = counted();
        assertThat(page(overview, "").rows()).hasSize(1);
        int one = statements.getAndSet(0);

        plant(2, UNITS);
        var first = page(overview, "");
        assertThat(first.rows()).hasSize(RosterOverview.SCREEN);
        assertThat(first.paying()).isEqualTo(new LiveRosters.Paying(UNITS, UNITS, 0));
        assertThat(statements.get()).isLessThanOrEqualTo(one + 1);
    }

    @Test
    void the_screens_follow_each_other_and_show_every_unit_once() {
        clock.set("2023-04-08T09:00:00");
        plant(1, 60);
        var first = page(counted(), "");
        assertThat(first.first()).isEmpty();
        var second = page(counted(), first.rows().getLast().unitCode());
        assertThat(second.first()).isEqualTo("/rosters");
        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows()).hasSize(10);
        assertThat(second.next()).isEmpty();
        assertThat(second.rows()).doesNotContainAnyElementsOf(first.rows());
    }

    @Test
    void a_unit_is_found_by_a_part_of_its_name_or_its_whole_code_and_the_screens_stay_with_it() {
        clock.set("2023-04-08T09:00:00");
        plant(1, 60);
        assertThat(found("单位7")).extracting(RosterOverviewPage.Row::unitName).containsExactly("单位7");
        assertThat(found("1" + "0".repeat(15) + "60"))
                .extracting(RosterOverviewPage.Row::unitName)
                .containsExactly("单位60");
        assertThat(found("%")).isEmpty();
        assertThat(found("没有的单位")).isEmpty();
        assertThat(counted()
                        .of(cast.actor(Cast.COUNTY), "单位", "", clock.instant())
                        .next())
                .startsWith("/rosters?unit=%E5%8D%95%E4%BD%8D&after=1");
        assertThat(mvc.get().uri("/rosters").param("unit", "没有的单位").with(cast.as(Cast.COUNTY)))
                .hasStatusOk()
                .bodyText()
                .contains("没有找到这个单位", "value=\"没有的单位\"");
    }

    private java.util.List<RosterOverviewPage.Row> found(String unit) {
        return counted().of(cast.actor(Cast.COUNTY), unit, "", clock.instant()).rows();
    }

    private RosterOverviewPage page(RosterOverview overview, String after) {
        return overview.of(cast.actor(Cast.COUNTY), "", after, clock.instant());
    }

    /** Units with one paid worker each. Persons only for those that a first or second screen shows. */
    private void plant(int from, int to) {
        for (int i = from; i <= Math.min(to, 2 * RosterOverview.SCREEN); i++) {
            persons.add("人员", NationalId.complete("41030519800101" + String.format("%03d", i)), null, Actor.SYSTEM);
        }
        var now = java.sql.Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into organisation.unit (code, name, kind, agency_code, region_code)
                select '1' || lpad(n::text, 17, '0'), '单位' || n, 'OTHER', '410305', '410305'
                  from generate_series(:from, :to) n
                """).param("from", from).param("to", to).update();
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation,
                       unit_code, authority, created_at, changed_at)
                select 'N' || n, coalesce(p.id, 1000000 + n), 2023, 1, 'PAID', 3, 'S0201', '1' || lpad(n::text, 17, '0'),
                       'agency:410305', :now, :now
                  from generate_series(:from, :to) n
                  left join (select id, row_number() over (order by id) as place from person.person
                              where name = '人员') p on p.place = n
                """).param("from", from).param("to", to).param("now", now).update();
        jdbc.sql("""
                insert into application.act (application_id, act, from_state, to_state, account_id, actor_name, role, at)
                select id, 'PAY', 'PAYMENT_DUE', 'PAID', 0, '系统', 'SYSTEM', :now
                  from application.application a
                 where not exists (select 1 from application.act t where t.application_id = a.id)
                """).param("now", now).update();
    }
}
