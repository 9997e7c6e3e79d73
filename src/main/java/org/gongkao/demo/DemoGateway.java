package org.gongkao.demo;

import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.WechatAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** 演示支付对端。Leads the product to the payment counterpart, which goes by the demo's time. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoGateway {

    private final GatewayProcess gateway;

    DemoGateway(GatewayProcess gateway, DemoClock clock) {
        this.gateway = gateway;
        clock.follow(gateway::shift);
    }

    @Bean
    WechatAccess wechatAccess() {
        return gateway.wechat();
    }

    @Bean
    AlipayAccess alipayAccess() {
        return gateway.alipay();
    }
}
