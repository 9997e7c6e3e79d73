package org.gongkao.payment;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 前往缴费。Leads the payer to the channel's page: written down first, then the channel is called with no transaction open,
 * then its answer is taken in.
 */
@Component
class StartingPayment {

    private final ObjectProvider<Channel> channels;
    private final SendingOrders sending;
    private final Settling settling;

    StartingPayment(ObjectProvider<Channel> channels, SendingOrders sending, Settling settling) {
        this.channels = channels;
        this.sending = sending;
        this.settling = settling;
    }

    /** The channel's page; nothing when the channel gave no usable answer, which is then being confirmed. */
    Optional<URI> pay(String number, Actor payer, Instant arrived) {
        var channel = channels.getIfAvailable();
        if (channel == null) {
            throw new Refusal(PaymentRefusal.NO_CHANNEL);
        }
        var order = sending.send(number, channel, payer, arrived);
        var answer = channel.prepare(order);
        settling.take(order.number(), answer, arrived);
        return answer instanceof ChannelAnswer.Awaiting awaiting ? Optional.of(awaiting.payPage()) : Optional.empty();
    }
}
