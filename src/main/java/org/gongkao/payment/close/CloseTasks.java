package org.gongkao.payment.close;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.gongkao.shared.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks that fetch statements and hold all sides against each other. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "gongkao.payment.ask-by-itself", matchIfMissing = true)
class CloseTasks {

    @Bean
    RecurringTask<Void> fetchStatements(FetchingStatements fetching, BusinessClock clock) {
        return Tasks.recurring("payment-fetch-statements", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((instance, context) -> fetching.fetchDue(clock.instant()));
    }

    @Bean
    RecurringTask<Void> reconcileDays(FetchingStatements fetching, BusinessClock clock) {
        return Tasks.recurring("payment-reconcile", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> fetching.reconcile(clock.instant()));
    }
}
