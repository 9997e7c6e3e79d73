package org.gongkao.sms;

import java.net.URI;
import org.gongkao.shared.MachineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the sender: the outbox where configuration says so, else the gateway, without which the program does not start. */
@Configuration(proxyBeanMethods = false)
class Sms {

    @Bean
    @ConditionalOnProperty(name = "gongkao.sms.outbox", havingValue = "true")
    Outbox outbox(MachineClock clock) {
        return new Outbox(clock);
    }

    @Bean
    @ConditionalOnProperty(name = "gongkao.sms.outbox", havingValue = "false", matchIfMissing = true)
    SmsSender smsSender(SmsSettings settings, MachineClock clock) {
        if (settings.url() == null || settings.key() == null || settings.sign() == null) {
            throw new IllegalStateException("缺少短信通道设置：请给出 gongkao.sms.url、gongkao.sms.key、gongkao.sms.sign。");
        }
        return new HttpSmsSender(URI.create(settings.url()), settings.key(), settings.sign(), clock);
    }
}
