package org.gongkao;

import org.gongkao.account.Accounts;
import org.gongkao.audit.StrangerSteps;
import org.gongkao.cycle.ShippedPackages;
import org.gongkao.demo.CastSeeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The whole program on a real PostgreSQL, connected as the application's role, with a clock that the test sets. Contexts
 * are shared between classes: before each test all that the last one wrote is gone and the clock stands in registration.
 * Dated tasks do not run by themselves, each 20 seconds at the day that a test has just set: tests run them when they want.
 */
@SpringBootTest(properties = "db-scheduler.enabled=false")
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(DatabaseTest.Given.class)
public abstract class DatabaseTest {

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected Cast cast;

    @Autowired
    private Emptying emptying;

    @Autowired
    private ShippedPackages shippedPackages;

    @Autowired
    private StrangerSteps strangers;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestDatabase.connect(properties, TestDatabase::shared);
    }

    @BeforeEach
    void startAnew() {
        clock.set(TestClock.WITHIN_REGISTRATION);
        emptying.run();
        shippedPackages.publishMissing();
        cast.plant(clock.instant());
    }

    @AfterEach
    void countNobodyOn() {
        strangers.endTheMinute();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Given {
        @Bean
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        Cast cast(CastSeeds seeds, Accounts accounts, JdbcClient jdbc) {
            return new Cast(seeds, accounts, jdbc);
        }

        /** Every page, sheet and paper that any test is answered with is one that somebody reads. */
        @Bean
        org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer onlyChinese() {
            return builder -> builder.alwaysDo(result -> ForeignWords.refuse(
                    result.getResponse(), result.getRequest().getRequestURI()));
        }

        @Bean
        Emptying emptying(Environment environment) {
            return new Emptying(environment.getRequiredProperty("spring.datasource.url"));
        }
    }
}
