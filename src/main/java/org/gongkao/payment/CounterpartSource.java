package org.gongkao.payment;

import java.util.Optional;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelSource;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The own protocol of part 1's counterpart, until the providers' own ones stand. */
@Component
class CounterpartSource implements ChannelSource {

    private final Optional<Channel> channel;

    CounterpartSource(
            CounterpartSettings settings,
            ObjectProvider<CounterpartAccess> demo,
            MachineClock machine,
            BusinessClock business) {
        channel = settings.access()
                .or(() -> Optional.ofNullable(demo.getIfAvailable()))
                .map(to -> new CounterpartChannel(
                        to.url(), new MessageSignature(to.privateKey(), to.publicKey()), machine, business));
    }

    @Override
    public Optional<Channel> channel() {
        return channel;
    }
}
