package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.shared.MachineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 询问渠道。The clock that owns what is unknown: asks about every order whose end is not known, and has the channel end those
 * whose bell has rung. No transaction is open while the channel thinks.
 */
@Component
class AskingChannel {

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
        var channel = channels.open();
        if (channel.isEmpty()) {
            return 0;
        }
        int asked = 0;
        for (var due : orders.takeDue(machine.instant(), now, AT_ONCE)) {
            ask(channel.get(), due.order(), due.close(), now);
            asked++;
        }
        return asked;
    }

    /** Asks about one charge at once, because its payer stands before us. */
    void askNow(Charge charge, Instant now) {
        var channel = channels.open();
        var order = charge.orderNumber();
        if (channel.isPresent() && order != null && charge.state().isAtTheChannel()) {
            ask(channel.get(), order, charge.closing() || charge.isOver(now), now);
        }
    }

    private void ask(Channel channel, String order, boolean close, Instant now) {
        var answer = close ? channel.close(order) : channel.query(order);
        if (answer instanceof ChannelAnswer.NoAnswer none) {
            log.warn("The channel gave no answer about order {} ({}); it is asked again.", order, none.why());
        }
        settling.take(order, answer, now);
    }
}
