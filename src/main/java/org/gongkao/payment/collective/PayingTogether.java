package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.gongkao.channel.PayWay;
import org.gongkao.payment.Payer;
import org.gongkao.payment.Payment;
import org.gongkao.payment.StartingPayment;
import org.gongkao.payment.Visit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * 统一缴费。Sends one order for all that were chosen, or none: when somebody cannot be paid for any more, the clerk is told who
 * and why, and goes on with the others for the sum that they come to.
 */
@Component
class PayingTogether {

    static final String NEVER_SENT = "名单有变化，没有发出";

    /** 缴费结果。The payment that was made, or who stands against making it. */
    sealed interface Outcome {

        record Sent(String number, Optional<PayWay> way) implements Outcome {}

        record Changed(ChoosingPeople.Chosen chosen) implements Outcome {}
    }

    private final ChoosingPeople choosing;
    private final RecordingCollectives recording;
    private final StartingPayment starting;

    PayingTogether(ChoosingPeople choosing, RecordingCollectives recording, StartingPayment starting) {
        this.choosing = choosing;
        this.recording = recording;
        this.starting = starting;
    }

    /** {@code seen} is the sum that was on the screen. */
    Outcome pay(Collection<String> keys, Money seen, Visit visit, Actor clerk, Instant arrived) {
        var chosen = choosing.of(keys, clerk, arrived);
        if (!chosen.left().isEmpty() || !chosen.sum().equals(seen)) {
            return new Outcome.Changed(chosen);
        }
        var shares = chosen.fit().stream().map(ChoosingPeople.Candidate::owing).toList();
        var made = recording.add(shares, chosen.sum(), clerk, arrived);
        var there = new Visit(
                visit.channel(),
                visit.device(),
                visit.address(),
                visit.here(),
                CollectivePage.path(made) + "/returned");
        try {
            return new Outcome.Sent(made.number(), starting.pay(payment(made), there, clerk, arrived));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            // Somebody set out alone between our look and the lock: nothing was sent.
            recording.neverSent(made, clerk, arrived);
            var now = choosing.of(keys, clerk, arrived);
            if (now.left().isEmpty()) {
                throw refusal;
            }
            return new Outcome.Changed(now);
        }
    }

    /** Once more to the same order, where the channel's page is not kept. */
    Optional<PayWay> goOn(Collective made, Visit visit, Actor clerk, Instant arrived) {
        if (made.state() != CollectiveState.WAITING || made.channel() != visit.channel()) {
            throw new Refusal(CollectiveRefusal.NOT_NOW);
        }
        return starting.pay(payment(made), visit, clerk, arrived);
    }

    void giveUp(Collective made, Actor clerk, Instant arrived) {
        var order = made.order();
        if (!made.mayBeGivenUp() || order == null) {
            throw new Refusal(CollectiveRefusal.NOT_NOW);
        }
        starting.giveUp(order, clerk, arrived);
        recording.giveUp(made, clerk, arrived);
    }

    private static Payment payment(Collective made) {
        return new Payment(
                made.number(),
                "单位统一缴纳等级考核费（" + made.shares().size() + " 人）",
                new Payer.Unit(made.unitCode()).mark(),
                made.shares().stream().map(Collective.Share::charge).toList());
    }
}
