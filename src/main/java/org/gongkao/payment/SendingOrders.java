package org.gongkao.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 发往渠道。Writes down that an order goes to the channel before it goes: whatever happens then, it will be asked about. */
@Component
class SendingOrders {

    /** Longer than a call to the channel may take, so that we never ask about an order that is still on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final Audit audit;
    private final MachineClock machine;
    private final List<PayingCondition> conditions;

    SendingOrders(
            ChargeRows charges,
            ChannelOrders orders,
            Audit audit,
            MachineClock machine,
            ObjectProvider<PayingCondition> conditions) {
        this.charges = charges;
        this.orders = orders;
        this.audit = audit;
        this.machine = machine;
        this.conditions = conditions.orderedStream().toList();
    }

    @Transactional
    public ChannelOrder send(String number, Channel channel, URI ourAddress, Actor payer, Instant arrived) {
        var charge = charges.lock(charges.get(number, payer).id()).orElseThrow();
        if (charge.state() == ChargeState.UNKNOWN) {
            throw new Refusal(PaymentRefusal.BEING_CONFIRMED);
        }
        var moved = charge.move(ChargeAct.SEND, channel.name())
                .orElseThrow(() -> new Refusal(PaymentRefusal.NOT_PAYABLE_NOW));
        if (charge.isOver(arrived)) {
            throw new Refusal(PaymentRefusal.OVER, Shanghai.deadline(charge.deadline()));
        }
        var mark = payerMark(charge);
        conditions.forEach(one -> one.require(charge.purpose(), charge.purposeKey(), charge.person(), arrived));
        var order =
                charge.orderNumber() != null ? charge.orderNumber() : orders.add(charge, channel.name(), mark, arrived);
        charges.write(moved, order, machine.instant().plus(ON_ITS_WAY), payer, arrived);
        audit.record(payer, "前往缴费", "charge:" + number, channel.name());
        var back = ourAddress.resolve("/charges/" + number + "/returned");
        return new ChannelOrder(order, mark, charge.amount(), charge.title(), charge.deadline(), back);
    }

    private static String payerMark(Charge charge) {
        return "GK" + charge.person();
    }
}
