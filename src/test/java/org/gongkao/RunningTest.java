package org.gongkao;

import java.time.Duration;
import java.time.Instant;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.WechatAccess;
import org.gongkao.cycle.ShippedPackages;
import org.gongkao.demo.GatewayProcess;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole program listening on a port, for a browser: on a database of its own, so that its dated work and that of the
 * other tests' context do not see each other, with a clock that the test sets.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({DatabaseTest.Given.class, RunningTest.PaymentCounterpart.class})
public abstract class RunningTest {

    @LocalServerPort
    private int port;

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

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        // Each context its own: one that another test class left behind goes on with its dated work, by its own clock.
        var database = TestDatabase.fresh();
        TestDatabase.connect(properties, () -> database);
    }

    @BeforeEach
    void startAnew() {
        clock.set(TestClock.WITHIN_REGISTRATION);
        emptying.run();
        cast.plant(clock.instant());
        shippedPackages.publishMissing();
    }

    /** The payment counterpart as a program of its own, as in a demo: it keeps the test's time. */
    @TestConfiguration(proxyBeanMethods = false)
    static class PaymentCounterpart {
        @Bean(destroyMethod = "close")
        GatewayProcess gatewayProcess(TestClock clock) {
            var gateway = GatewayProcess.start();
            clock.follow(now -> gateway.shift(Duration.between(Instant.now(), now)));
            return gateway;
        }

        @Bean
        AlipayAccess alipayAccess(GatewayProcess gateway) {
            return gateway.alipay();
        }

        @Bean
        WechatAccess wechatAccess(GatewayProcess gateway) {
            return gateway.wechat();
        }
    }

    /** Where the program is reached. */
    protected String address() {
        return "http://localhost:" + port;
    }
}
