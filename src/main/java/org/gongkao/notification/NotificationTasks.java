package org.gongkao.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.gongkao.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When reminders are looked for and texts are sent: often, since a demo's clock may jump. */
@Configuration(proxyBeanMethods = false)
class NotificationTasks {

    @Bean
    RecurringTask<Void> reminders(Reminding reminding, BusinessClock clock) {
        return Tasks.recurring("notification-reminders", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> reminding.remind(clock.instant()));
    }

    @Bean
    RecurringTask<Void> reportsDue(RemindingReports reminding, BusinessClock clock) {
        return Tasks.recurring("notification-reports-due", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> reminding.remind(clock.instant()));
    }

    @Bean
    RecurringTask<Void> texts(SendingTexts sending) {
        return Tasks.recurring("notification-texts", FixedDelay.ofSeconds(3))
                .execute((instance, context) -> sending.send(200));
    }
}
