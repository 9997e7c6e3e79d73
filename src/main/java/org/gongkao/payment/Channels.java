package org.gongkao.payment;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** 缴费渠道表。The channels that are open. In this part one at most: the counterpart, where one is configured or a demo runs it. */
@Component
class Channels {

    private final Optional<MessageSignature> signature;
    private final Optional<Channel> channel;
    private final CounterpartSettings settings;
    private final Environment environment;

    Channels(
            CounterpartSettings settings,
            ObjectProvider<CounterpartAccess> demo,
            ObjectProvider<Channel> given,
            Environment environment,
            MachineClock machine,
            BusinessClock business) {
        this.settings = settings;
        this.environment = environment;
        var access = settings.access().or(() -> Optional.ofNullable(demo.getIfAvailable()));
        signature = access.map(to -> new MessageSignature(to.privateKey(), to.publicKey()))
                .or(settings::signature);
        channel = access.<Channel>map(to -> new CounterpartChannel(
                        to.url(), this::notificationUrl, signature.orElseThrow(), machine, business))
                .or(() -> Optional.ofNullable(given.getIfAvailable()));
    }

    Optional<Channel> open() {
        return channel;
    }

    /** What the counterpart's messages are checked with. */
    Optional<MessageSignature> signature() {
        return signature;
    }

    /** Where the payer's browser finds us: as configured, else as it found us just now. */
    URI ourAddress(URI asSeenByThePayer) {
        return Objects.requireNonNullElse(settings.publicAddress(), asSeenByThePayer);
    }

    /** Known only once the server listens. */
    private URI notificationUrl() {
        var here = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port", "8080"));
        return ourAddress(here).resolve("/payment/notifications");
    }
}
