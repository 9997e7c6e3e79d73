package org.gongkao.payment;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** 缴费渠道表。The channels that are open: those for which keys and a merchant are configured, or which a demo brings. */
@Component
public class Channels {

    private final Map<ChannelCode, Channel> open = new EnumMap<>(ChannelCode.class);
    private final @Nullable URI publicAddress;
    private final Environment environment;

    Channels(
            List<ChannelSource> sources,
            ObjectProvider<Channel> given,
            @Value("${gongkao.public-address:#{null}}") @Nullable URI publicAddress,
            Environment environment) {
        this.publicAddress = publicAddress;
        this.environment = environment;
        given.orderedStream().forEach(channel -> open.put(channel.code(), channel));
        sources.forEach(source -> source.channel().ifPresent(channel -> open.put(channel.code(), channel)));
    }

    public List<ChannelCode> open() {
        return List.copyOf(open.keySet());
    }

    public Optional<Channel> find(ChannelCode code) {
        return Optional.ofNullable(open.get(code));
    }

    /** Where the payer's browser finds us: as configured, else as it found us just now. */
    URI ourAddress(URI asSeenByThePayer) {
        return publicAddress == null ? asSeenByThePayer : publicAddress;
    }

    /** Where a channel tells us. Known only once the server listens. */
    public URI notifyUrl(ChannelCode code) {
        var here = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port", "8080"));
        return ourAddress(here).resolve("/payment/notifications/" + code.name().toLowerCase(Locale.ROOT));
    }
}
