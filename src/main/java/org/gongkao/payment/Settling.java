package org.gongkao.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkao.audit.Audit;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelAnswer.Awaiting;
import org.gongkao.channel.ChannelAnswer.NoAnswer;
import org.gongkao.channel.ChannelAnswer.NotPaid;
import org.gongkao.channel.ChannelAnswer.Paid;
import org.gongkao.channel.ChannelCode;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 到账处理。Takes the channel's word about an order into the charges that it pays, under a lock on each. Says of each word whether
 * it fits; late, repeated and reordered ones change nothing. Money that comes is booked in the same transaction, whether it
 * fits or not.
 */
@Component
public class Settling {

    /** After the channel said that it waits for the payer, we ask again on our own: its message may be lost. */
    private static final Duration UNTIL_ASKED = Duration.ofSeconds(15);

    private final ChargeRows charges;
    private final ChannelOrders orders;
    private final PayCodes codes;
    private final Discrepancies discrepancies;
    private final Bookkeeping ledger;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final MachineClock machine;

    Settling(
            ChargeRows charges,
            ChannelOrders orders,
            PayCodes codes,
            Discrepancies discrepancies,
            Bookkeeping ledger,
            Audit audit,
            ApplicationEventPublisher events,
            MachineClock machine) {
        this.charges = charges;
        this.orders = orders;
        this.codes = codes;
        this.discrepancies = discrepancies;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.machine = machine;
    }

    @Transactional
    public void take(String orderNumber, ChannelCode channel, ChannelAnswer answer, Instant now) {
        var sent = orders.find(orderNumber);
        if (sent.isEmpty() || sent.get().channel() != channel) {
            if (answer instanceof Paid paid) {
                discrepancies.add(Discrepancies.Kind.NO_ORDER, null, channel, paid, paid.amount(), now);
            }
            return;
        }
        var shares = orders.shares(orderNumber);
        var locked =
                charges.lock(shares.stream().map(ChannelOrders.Share::charge).toList());
        switch (answer) {
            case Paid paid -> takeMoney(sent.get(), shares, locked, paid, now);
            case Awaiting awaiting -> {
                if (awaiting.way() != null) {
                    codes.keep(orderNumber, awaiting.way());
                }
                locked.forEach(charge -> awaitPayer(charge, orderNumber, now));
            }
            case NotPaid notPaid -> {
                locked.forEach(charge -> end(charge, orderNumber, notPaid.why(), now));
                orders.givenUp(orderNumber)
                        .ifPresent(collective -> events.publishEvent(new CollectiveGivenUp(collective)));
            }
            case NoAnswer noAnswer -> {}
        }
    }

    private void awaitPayer(Charge charge, String order, Instant now) {
        if (isCurrent(charge, order) && charge.state() != ChargeState.PREPARED) {
            charge.move(ChargeAct.AWAIT, "渠道等待支付")
                    .ifPresent(moved ->
                            charges.write(moved, order, machine.instant().plus(UNTIL_ASKED), Actor.SYSTEM, now));
        }
    }

    private void end(Charge charge, String order, String why, Instant now) {
        if (isCurrent(charge, order)) {
            charge.move(ChargeAct.FAIL, why).ifPresent(moved -> charges.write(moved, null, null, Actor.SYSTEM, now));
        }
    }

    /** A word about an order that the charge has left behind is of no effect, unless it is about money. */
    private static boolean isCurrent(Charge charge, String order) {
        return order.equals(charge.orderNumber());
    }

    private void takeMoney(
            ChannelOrders.Sent sent, List<ChannelOrders.Share> shares, List<Charge> locked, Paid paid, Instant now) {
        boolean rightAmount = paid.amount().equals(sent.amount());
        if (!rightAmount || (paid.payer() != null && !paid.payer().equals(sent.payer()))) {
            differ(rightAmount ? Discrepancies.Kind.PAYER : Discrepancies.Kind.AMOUNT, sent, locked, paid, now);
            return;
        }
        discrepancies.correct(sent.channel(), paid, now);
        var byId = locked.stream().collect(Collectors.toMap(Charge::id, Function.identity()));
        for (var share : shares) {
            takeShare(Objects.requireNonNull(byId.get(share.charge())), sent, paid, share.amount(), now);
        }
    }

    private void takeShare(Charge charge, ChannelOrders.Sent sent, Paid paid, Money amount, Instant now) {
        var channel = sent.channel();
        if (orders.isSettledBy(charge, paid.transaction())) {
            return;
        }
        if (!paid.paidAt().isBefore(charge.deadline())) {
            discrepancies.add(Discrepancies.Kind.LATE, charge, channel, paid, amount, now);
            charge.move(ChargeAct.COME_LATE, Discrepancies.Kind.LATE.label())
                    .ifPresent(moved -> doubt(moved, null, now));
        } else if (ChargeMoves.allows(charge.state(), ChargeAct.PAY)) {
            settle(charge, sent, paid, now);
        } else {
            var kind =
                    charge.state() == ChargeState.SETTLED ? Discrepancies.Kind.DOUBLE : Discrepancies.Kind.UNEXPECTED;
            discrepancies.add(kind, charge, channel, paid, amount, now);
        }
    }

    private void settle(Charge charge, ChannelOrders.Sent sent, Paid paid, Instant now) {
        var moved = charge.move(ChargeAct.PAY, "订单 " + paid.orderNumber()).orElseThrow();
        charges.write(moved, paid.orderNumber(), null, Actor.SYSTEM, now);
        orders.settle(charge, sent.channel(), paid, now);
        ledger.post(
                Posting.of(
                        "receipt:" + charge.id(),
                        EntryKind.RECEIPT,
                        LedgerAccount.CHANNEL,
                        charge.purpose().account(),
                        charge.amount(),
                        charge.about(sent.channel(), paid.transaction())),
                Actor.SYSTEM,
                now);
        audit.record(
                Actor.SYSTEM,
                "缴费到账",
                "charge:" + charge.number(),
                charge.amount().toString());
        boolean byOther = !sent.payer().equals(charge.payer().mark());
        events.publishEvent(new ChargePaid(charge.id(), charge.purpose(), charge.purposeKey(), byOther));
    }

    /** The whole order is in doubt, and with it each of its charges; the channel is asked whether it stands by its word. */
    private void differ(Discrepancies.Kind kind, ChannelOrders.Sent sent, List<Charge> locked, Paid paid, Instant now) {
        if (locked.stream().anyMatch(charge -> orders.isSettledBy(charge, paid.transaction()))) {
            return; // the right word came before the wrong one
        }
        discrepancies.add(
                kind, locked.size() == 1 ? locked.getFirst() : null, sent.channel(), paid, paid.amount(), now);
        for (var charge : locked) {
            charge.move(ChargeAct.DIFFER, kind.label()).ifPresent(moved -> doubt(moved, sent.number(), now));
        }
    }

    private void doubt(Charge.Moved moved, @Nullable String order, Instant now) {
        charges.write(moved, order, order == null ? null : machine.instant().plus(UNTIL_ASKED), Actor.SYSTEM, now);
        audit.record(Actor.SYSTEM, "缴费差异", "charge:" + moved.from().number(), moved.detail());
    }
}
