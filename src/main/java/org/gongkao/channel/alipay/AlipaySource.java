package org.gongkao.channel.alipay;

import java.util.Optional;
import org.gongkao.channel.AlipayAccess;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelSource;
import org.gongkao.shared.MachineClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 支付宝渠道来源。Open where it is configured, or where a demo brings a counterpart. */
@Component
class AlipaySource implements ChannelSource {

    private final Optional<Channel> channel;

    AlipaySource(AlipaySettings settings, ObjectProvider<AlipayAccess> demo, MachineClock machine) {
        channel = settings.access()
                .or(() -> Optional.ofNullable(demo.getIfAvailable()))
                .map(access -> new AlipayChannel(access, machine));
    }

    @Override
    public Optional<Channel> channel() {
        return channel;
    }
}
