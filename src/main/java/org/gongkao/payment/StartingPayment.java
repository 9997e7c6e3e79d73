package org.gongkao.payment;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 前往缴费。Leads the payer to the channel: written down first, then the channel is called with no transaction open, then its
 * answer is taken in. Who chose another way before has that order closed first: two orders that wait could both be paid.
 */
@Component
public class StartingPayment {

    private final Channels channels;
    private final SendingOrders sending;
    private final Settling settling;
    private final AskingChannel asking;

    StartingPayment(Channels channels, SendingOrders sending, Settling settling, AskingChannel asking) {
        this.channels = channels;
        this.sending = sending;
        this.settling = settling;
        this.asking = asking;
    }

    /** Ends an order at the channel, unless money came for it; until the channel has answered, nothing else can be sent. */
    public void giveUp(String order, Actor payer, Instant arrived) {
        sending.giveUp(order, payer, arrived);
        asking.close(order, arrived);
    }

    /**
     * How the payer pays now; nothing when the channel gave no usable answer, which is then being confirmed. The caller has
     * seen to it that the actor may pay these charges.
     */
    public Optional<PayWay> pay(Payment payment, Visit visit, Actor payer, Instant arrived) {
        var channel = channels.find(visit.channel()).orElseThrow(() -> new Refusal(PaymentRefusal.NO_CHANNEL));
        for (var order : sending.leave(payment, visit, payer, arrived)) {
            asking.close(order, arrived);
        }
        var order = sending.send(payment, visit, payer, arrived);
        var answer = channel.prepare(order);
        settling.take(order.number(), visit.channel(), answer, arrived);
        return answer instanceof ChannelAnswer.Awaiting awaiting
                ? Optional.ofNullable(awaiting.way())
                : Optional.empty();
    }
}
