package org.gongkao.payment;

import java.net.URI;
import java.util.Objects;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one channel of this part, present where its address is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gongkao.payment.counterpart.url")
class Counterpart {

    @Bean
    MessageSignature counterpartSignature(CounterpartSettings settings) {
        return new MessageSignature(
                Objects.requireNonNull(settings.privateKey(), "gongkao.payment.counterpart.private-key is missing"),
                Objects.requireNonNull(settings.publicKey(), "gongkao.payment.counterpart.public-key is missing"));
    }

    @Bean
    CounterpartChannel counterpartChannel(
            CounterpartSettings settings,
            MessageSignature counterpartSignature,
            Environment environment,
            MachineClock machine,
            BusinessClock business) {
        return new CounterpartChannel(
                Objects.requireNonNull(settings.url()),
                path -> address(settings, environment).resolve(path).toString(),
                counterpartSignature,
                machine,
                business);
    }

    private static URI address(CounterpartSettings settings, Environment environment) {
        var configured = settings.publicAddress();
        return configured != null
                ? configured
                : URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port", "8080"));
    }
}
