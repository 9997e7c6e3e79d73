package org.gongkao.file;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.gongkao.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dated work of this module. */
@Configuration(proxyBeanMethods = false)
class FileTasks {

    @Bean
    RecurringTask<Void> sweepFiles(Sweeping sweeping, BusinessClock clock) {
        return Tasks.recurring("file-sweep", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> sweeping.sweep(clock.instant()));
    }
}
