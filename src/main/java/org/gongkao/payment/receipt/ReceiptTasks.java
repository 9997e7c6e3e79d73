package org.gongkao.payment.receipt;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.gongkao.shared.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that works through the queue of receipts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "gongkao.payment.ask-by-itself", matchIfMissing = true)
class ReceiptTasks {

    @Bean
    RecurringTask<Void> issueReceipts(IssuingReceipts issuing, BusinessClock clock) {
        return Tasks.recurring("payment-issue-receipts", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> issuing.issueDue(clock.instant()));
    }
}
