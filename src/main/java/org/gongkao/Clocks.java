package org.gongkao;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two clocks. A demo and the tests bring a business clock that can be set; nobody brings another machine clock. */
@Configuration(proxyBeanMethods = false)
class Clocks {

    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock() {
        return Clocks::now;
    }

    @Bean
    MachineClock machineClock() {
        return Clocks::now;
    }

    /** Cut to what the database stores, so that a time compares equal before and after it is stored. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
