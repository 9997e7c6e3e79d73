package org.gongkao.demo;

import java.nio.file.Path;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.WechatAccess;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** 演示支付对端。Starts the payment counterpart with the demo, in the demo's time; its orders are kept beside the database. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoGateway {

    @Bean(destroyMethod = "close")
    GatewayProcess gatewayProcess(@Value("${gongkao.data:./data}") Path data, DemoClock clock) {
        var gateway = GatewayProcess.start(
                GatewayKeys.kept(data),
                "journal=" + data.resolve("gateway-journal").toAbsolutePath());
        clock.follow(gateway::shift);
        return gateway;
    }

    @Bean
    WechatAccess wechatAccess(GatewayProcess gateway) {
        return gateway.wechat();
    }

    @Bean
    AlipayAccess alipayAccess(GatewayProcess gateway) {
        return gateway.alipay();
    }
}
