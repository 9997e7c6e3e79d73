package org.gongkao.demo;

import java.nio.file.Path;
import org.gongkao.payment.CounterpartAccess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** 演示支付对端。Starts the payment counterpart with the demo; its orders are kept beside the database. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoGateway {

    @Bean(destroyMethod = "close")
    GatewayProcess gatewayProcess(@Value("${gongkao.data:./data}") Path data) {
        return GatewayProcess.start("journal=" + data.resolve("gateway-orders").toAbsolutePath());
    }

    @Bean
    CounterpartAccess counterpartAccess(GatewayProcess gateway) {
        return gateway.access();
    }
}
