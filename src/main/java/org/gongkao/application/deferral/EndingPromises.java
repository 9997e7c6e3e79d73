package org.gongkao.application.deferral;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.gongkao.application.DeferralTerms;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** 容缺到期巡查。Lets the dates of promises follow the year's, and looks for approved files whose promise is overdue, by the business clock. */
@Component
class EndingPromises {

    private static final Logger log = LoggerFactory.getLogger(EndingPromises.class);
    private static final int BATCH = 500;

    /** An upload counts from when its request arrived, and its last byte may come this much later: who is still sending is not ended. */
    static final Duration SLOWEST_UPLOAD = Duration.ofMinutes(10);

    private final DeferralLists lists;
    private final Breaking breaking;
    private final Cycles cycles;

    EndingPromises(DeferralLists lists, Breaking breaking, Cycles cycles) {
        this.lists = lists;
        this.breaking = breaking;
        this.cycles = cycles;
    }

    @Bean
    RecurringTask<Void> endingOverduePromises(BusinessClock clock) {
        return Tasks.recurring("promises-ending", FixedDelay.ofSeconds(20))
                .execute((instance, context) -> run(clock.instant()));
    }

    void run(Instant now) {
        follow(now);
        var bell = now.minus(SLOWEST_UPLOAD);
        long after = 0;
        for (var batch = lists.overdue(after, BATCH, bell);
                !batch.isEmpty();
                batch = lists.overdue(after, BATCH, bell)) {
            for (var id : batch) {
                end(id, bell, now);
            }
            after = batch.getLast();
        }
    }

    /** An amendment may be confirmed long before it takes effect: what holds now is asked each time. */
    private void follow(Instant now) {
        for (var group : lists.standing()) {
            var agency = Office.parse(group.authority()).code();
            var terms = cycles.of(group.packageId(), agency, now).section(DeferralTerms.class);
            lists.follow(group, terms.due(null));
        }
    }

    private void end(long id, Instant bell, Instant now) {
        try {
            breaking.end(id, bell, now);
        } catch (Refusal waits) {
            log.info("Application {} is not ended for its promise yet: {}", id, waits.sentence());
        } catch (RuntimeException e) {
            log.error("Application {} was not ended for its promise; the next round tries again", id, e);
        }
    }
}
