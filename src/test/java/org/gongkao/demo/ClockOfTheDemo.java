package org.gongkao.demo;

import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's clock with its page and its banner, in a program that is no demo otherwise. */
@TestConfiguration(proxyBeanMethods = false)
public class ClockOfTheDemo {

    @Bean
    @Primary
    BusinessClock demoClock(MachineClock machine, JdbcClient jdbc) {
        return new DemoClock(machine, jdbc);
    }

    @Bean
    ClockNotice clockNotice(BusinessClock clock) {
        return new ClockNotice((DemoClock) clock);
    }

    @Bean
    SettingClock settingClock(BusinessClock clock, Audit audit) {
        return new SettingClock((DemoClock) clock, audit);
    }

    @Bean
    ClockController clockController(BusinessClock clock, SettingClock setting, Cycles cycles) {
        return new ClockController((DemoClock) clock, setting, cycles);
    }
}
