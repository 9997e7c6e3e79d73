package org.gongkao.payment;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 前往缴费。Leads the payer to the channel's page: written down first, then the channel is called with no transaction open,
 * then its answer is taken in.
 */
@Component
class StartingPayment {

    private final Channels channels;
    private final SendingOrders sending;
    private final Settling settling;

    StartingPayment(Channels channels, SendingOrders sending, Settling settling) {
        this.channels = channels;
        this.sending = sending;
        this.settling = settling;
    }

    /** {@code here} is our address as the payer's browser knows it. Answers with the channel's page; nothing when the channel gave no usable answer, which is then being confirmed. */
    Optional<URI> pay(String number, URI here, Actor payer, Instant arrived) {
        var channel = channels.open().orElseThrow(() -> new Refusal(PaymentRefusal.NO_CHANNEL));
        var order = sending.send(number, channel, channels.ourAddress(here), payer, arrived);
        var answer = channel.prepare(order);
        settling.take(order.number(), answer, arrived);
        return answer instanceof ChannelAnswer.Awaiting awaiting ? Optional.of(awaiting.payPage()) : Optional.empty();
    }
}
