package org.gongkao.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.gongkao.person.PlainColumn;
import org.gongkao.person.Seal;
import org.gongkao.person.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the accounts runs by itself: lines that no limit asks for go; secrets take part in a change of keys. */
@Configuration(proxyBeanMethods = false)
class AccountTasks {

    @Bean
    RecurringTask<Void> forgetAttempts(Attempts attempts, Codes codes) {
        return Tasks.recurring("account-forgetting", FixedDelay.ofHours(6)).execute((instance, context) -> {
            attempts.forget();
            codes.forget();
        });
    }

    @Bean
    SealedColumn secondFactorSecrets(JdbcClient jdbc, Seal seal) {
        return new PlainColumn(jdbc, seal, "account.account", "totp_sealed", TimeCodes.COLUMN, "动态口令密钥");
    }

    @Bean
    SealedColumn correctionPhones(JdbcClient jdbc, Seal seal) {
        return new PlainColumn(jdbc, seal, "account.correction", "phone_sealed", Corrections.PHONE, "更正申请里的手机号");
    }
}
