package org.gongkao;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * What the registry of events needs beside its table: a listener that failed, or whose program died (the staleness times
 * mark it failed), is called again by and by, and what was told long ago goes.
 */
@Configuration(proxyBeanMethods = false)
class EventRegistry {

    private static final int MOST_ATTEMPTS = 20;

    @Bean
    RecurringTask<Void> resubmittingEvents(FailedEventPublications failed) {
        return Tasks.recurring("events-resubmission", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> failed.resubmit(ResubmissionOptions.defaults()
                        .withMinAge(Duration.ofSeconds(20))
                        .withBatchSize(100)
                        .withFilter(event -> event.getCompletionAttempts() < MOST_ATTEMPTS)));
    }

    @Bean
    RecurringTask<Void> forgettingOldEvents(CompletedEventPublications completed) {
        return Tasks.recurring("events-purge", FixedDelay.ofHours(6))
                .execute((instance, context) -> completed.deletePublicationsOlderThan(Duration.ofDays(90)));
    }
}
