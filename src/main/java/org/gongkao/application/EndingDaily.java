package org.gongkao.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.List;
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
    private final Lapsing lapsing;

    EndingDaily(JdbcClient jdbc, Lapsing lapsing) {
        this.jdbc = jdbc;
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
        for (var batch = ids(after); !batch.isEmpty(); batch = ids(after)) {
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

    private List<Long> ids(long after) {
        return jdbc.sql("""
                select id from application.application
                 where state in ('DRAFT', 'RETURNED', 'PAYMENT_DUE', 'REJECTED') and id > :after
                 order by id limit :batch
                """)
                .param("after", after)
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }
}
