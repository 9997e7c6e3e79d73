package org.gongkao.payment.refund;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.gongkao.shared.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that asks channels about refunds that were sent. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "gongkao.payment.ask-by-itself", matchIfMissing = true)
class RefundTasks {

    @Bean
    RecurringTask<Void> askAboutRefunds(AskingRefunds asking, BusinessClock clock) {
        return Tasks.recurring("refunds-ask-channel", FixedDelay.of(Duration.ofSeconds(3)))
                .execute((instance, context) -> asking.askDue(clock.instant()));
    }
}
