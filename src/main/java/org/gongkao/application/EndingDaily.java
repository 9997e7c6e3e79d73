package org.gongkao.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 到期巡查。Looks for files whose time is over, by the business clock. Only states that end by themselves are looked at, by
 * an index of their own.
 */
@Component
class EndingDaily {

    private static final Logger log = LoggerFactory.getLogger(EndingDaily.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Lapsing lapsing;

    /** Drafts of one package under one agency: registration ends for all of them at once. */
    record Group(long packageId, String agencyCode) {}

    EndingDaily(JdbcClient jdbc, Cycles cycles, Lapsing lapsing) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.lapsing = lapsing;
    }

    @Bean
    RecurringTask<Void> endingApplications(BusinessClock clock) {
        return Tasks.recurring("applications-ending", FixedDelay.ofSeconds(20))
                .execute((instance, context) -> run(clock.instant()));
    }

    /** Ends all that is over; answers how many. */
    int run(Instant now) {
        int ended = 0;
        long after = 0;
        var open = stillOpen(now);
        for (var batch = ids(open, after); !batch.isEmpty(); batch = ids(open, after)) {
            for (var id : batch) {
                ended += end(id, now) ? 1 : 0;
            }
            after = batch.getLast();
        }
        return ended;
    }

    private boolean end(long id, Instant now) {
        try {
            return lapsing.end(id, now);
        } catch (RuntimeException e) {
            log.error("Application {} was not ended at its bell; the next round tries again", id, e);
            return false;
        }
    }

    /** Before the bell everybody has a draft, and a look at each would cost more than those who hand theirs in. */
    private List<Group> stillOpen(Instant now) {
        return jdbc.sql("""
                select distinct a.package_id, u.agency_code
                  from application.application a join organisation.v_unit u on u.code = a.unit_code
                 where a.state = 'DRAFT'
                """).query(Group.class).list().stream()
                .filter(group -> now.isBefore(cycles.of(group.packageId(), group.agencyCode(), now)
                        .window(Window.REGISTRATION)
                        .to()))
                .toList();
    }

    private List<Long> ids(List<Group> open, long after) {
        return jdbc.sql("""
                select a.id from application.application a
                 where a.state in ('DRAFT', 'RETURNED', 'PAYMENT_DUE', 'REJECTED') and a.id > :after
                   and (a.state <> 'DRAFT' or not exists (
                        select 1 from organisation.v_unit u
                          join unnest(cast(:packages as bigint[]), cast(:agencies as text[]))
                               as open (package_id, agency_code) on open.agency_code = u.agency_code
                         where u.code = a.unit_code and open.package_id = a.package_id))
                 order by a.id limit :batch
                """)
                .param("packages", open.stream().map(Group::packageId).toArray(Long[]::new))
                .param("agencies", open.stream().map(Group::agencyCode).toArray(String[]::new))
                .param("after", after)
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }
}
