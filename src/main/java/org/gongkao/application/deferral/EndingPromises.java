package org.gongkao.application.deferral;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import org.gongkao.application.Deferrals;
import org.gongkao.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** 容缺到期巡查。Looks for approved files whose promise is overdue, by the business clock and an index of its own. */
@Component
class EndingPromises {

    private static final Logger log = LoggerFactory.getLogger(EndingPromises.class);
    private static final int BATCH = 500;

    private final Deferrals deferrals;
    private final Breaking breaking;

    EndingPromises(Deferrals deferrals, Breaking breaking) {
        this.deferrals = deferrals;
        this.breaking = breaking;
    }

    @Bean
    RecurringTask<Void> endingOverduePromises(BusinessClock clock) {
        return Tasks.recurring("promises-ending", FixedDelay.ofSeconds(20))
                .execute((instance, context) -> run(clock.instant()));
    }

    void run(Instant now) {
        long after = 0;
        for (var batch = deferrals.overdue(after, BATCH, now);
                !batch.isEmpty();
                batch = deferrals.overdue(after, BATCH, now)) {
            for (var id : batch) {
                end(id, now);
            }
            after = batch.getLast();
        }
    }

    private void end(long id, Instant now) {
        try {
            breaking.end(id, now);
        } catch (RuntimeException e) {
            log.error("Application {} was not ended for its promise; the next round tries again", id, e);
        }
    }
}
