package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 询问渠道。The clock that owns what is unknown: asks about every order whose end is not known, and has the channel end those
 * whose bell has rung. No transaction is open while the channel thinks.
 */
@Component
public class AskingChannel {

    private static final Logger log = LoggerFactory.getLogger(AskingChannel.class);
    private static final int AT_ONCE = 50;

    private final Channels channels;
    private final ChannelOrders orders;
    private final Settling settling;
    private final MachineClock machine;

    AskingChannel(Channels channels, ChannelOrders orders, Settling settling, MachineClock machine) {
        this.channels = channels;
        this.orders = orders;
        this.settling = settling;
        this.machine = machine;
    }

    /** Asks about all whose turn it is and says how many those were. */
    int askDue(Instant now) {
        int asked = 0;
        for (var due : orders.takeDue(machine.instant(), now, AT_ONCE)) {
            var channel = channels.find(due.channel());
            if (channel.isPresent()) {
                ask(channel.get(), due.order(), due.close(), now);
                asked++;
            }
        }
        return asked;
    }

    /** Asks about one charge at once, because its payer stands before us. */
    void askNow(Charge charge, Instant now) {
        var order = charge.orderNumber();
        if (order != null && charge.state().isAtTheChannel()) {
            ask(order, orders.mustClose(charge, now), now);
        }
    }

    /** Asks how one order stands, at once: a statement tells of money that no message told of. */
    public void query(String order, Instant now) {
        ask(order, false, now);
    }

    void close(String order, Instant now) {
        ask(order, true, now);
    }

    private void ask(String order, boolean close, Instant now) {
        orders.find(order)
                .flatMap(sent -> channels.find(sent.channel()))
                .ifPresent(channel -> ask(channel, order, close, now));
    }

    private void ask(Channel channel, String order, boolean close, Instant now) {
        var answer = close ? channel.close(order) : channel.query(order);
        // A bank speaks once a day: that it is silent until then is no news.
        if (answer instanceof ChannelAnswer.NoAnswer none && channel.code() != ChannelCode.TRANSFER) {
            log.warn("{} gave no answer about order {} ({}); it is asked again.", channel.code(), order, none.why());
        }
        settling.take(order, channel.code(), answer, now);
    }
}
