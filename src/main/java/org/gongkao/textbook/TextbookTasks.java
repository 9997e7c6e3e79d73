package org.gongkao.textbook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.gongkao.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that ends what units did not pay for; each sheet in a transaction of its own. */
@Configuration(proxyBeanMethods = false)
class TextbookTasks {

    @Bean
    RecurringTask<Void> endUnpaidSheets(OrderSheets sheets, SettlingSheets settling, BusinessClock clock) {
        return Tasks.recurring("textbook-end-unpaid", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    var now = clock.instant();
                    sheets.unsettled().forEach(version -> settling.lapse(version, now));
                });
    }
}
