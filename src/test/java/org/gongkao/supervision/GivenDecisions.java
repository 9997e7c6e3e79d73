package org.gongkao.supervision;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 既有决定。Files of a county that were decided, or wait, as rows: what the figures, signs and samples are made of. */
public final class GivenDecisions {

    private final JdbcClient jdbc;

    public GivenDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many decisions of one officer, the first at this time and the others this far apart; each a day after its file came. */
    public void decided(
            String county, long account, String officer, String act, int count, Instant first, Duration apart) {
        jdbc.sql("""
                with file as (
                    insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                           route, authority, overseer, tier, submitted_at, content_hash, created_at, changed_at)
                    select '2023' || lpad(nextval('application.application_number')::text, 7, '0'),
                           100000 + currval('application.application_number'), 2023,
                           (select min(id) from cycle.year_package), :state, 3, 'S0201', 'u', array[:office], :office,
                           'agency:410300', 0, :at, 'x', :at, :at
                      from generate_series(1, :count)
                    returning id
                )
                insert into application.act (application_id, act, from_state, to_state, tier, office, account_id, actor_name, role,
                       at, from_holder, held_since)
                select id, :act, 'IN_REVIEW', :state, 0, :office, :account, :officer, 'COUNTY_REVIEWER',
                       cast(:at as timestamptz) + make_interval(secs => :apart * (row_number() over (order by id) - 1)), :office,
                       cast(:at as timestamptz) - interval '1 day'
                  from file
                """)
                .param("state", act.equals("APPROVE") ? "PAYMENT_DUE" : act.equals("RETURN") ? "RETURNED" : "REJECTED")
                .param("office", "agency:" + county)
                .param("act", act)
                .param("account", account)
                .param("officer", officer)
                .param("count", count)
                .param("at", Timestamp.from(first))
                .param("apart", apart.toMillis() / 1_000.0)
                .update();
    }

    /** So many files before a county since this time. */
    public void waiting(String county, int count, Instant since) {
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code, route,
                       authority, overseer, tier, holder, held_since, submitted_at, content_hash, created_at, changed_at)
                select '2023' || lpad(nextval('application.application_number')::text, 7, '0'),
                       100000 + currval('application.application_number'), 2023,
                       (select min(id) from cycle.year_package), 'IN_REVIEW', 3, 'S0201', 'u', array[:office], :office,
                       'agency:410300', 0, :office, :at, :at, 'x', :at, :at
                  from generate_series(1, :count)
                """)
                .param("office", "agency:" + county)
                .param("count", count)
                .param("at", Timestamp.from(since))
                .update();
    }
}
