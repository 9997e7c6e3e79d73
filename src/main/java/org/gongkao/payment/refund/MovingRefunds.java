package org.gongkao.payment.refund;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.payment.ChargeRefunded;
import org.gongkao.payment.DecidingDiscrepancies;
import org.gongkao.payment.RefundMoved;
import org.gongkao.payment.refund.Refund.Moved;
import org.gongkao.payment.refund.RefundRows.New;
import org.gongkao.payment.refund.RefundRows.Share;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was decided of a refund, with its line, its entry in the book, its audit and its event, in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MovingRefunds {

    /** Longer than a call to the channel may take: who approves it calls at once, and the clock only if that failed. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    private final RefundRows rows;
    private final RefundSources sources;
    private final Bookkeeping ledger;
    private final DecidingDiscrepancies deciding;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final MachineClock machine;

    MovingRefunds(
            RefundRows rows,
            RefundSources sources,
            Bookkeeping ledger,
            DecidingDiscrepancies deciding,
            Audit audit,
            ApplicationEventPublisher events,
            MachineClock machine) {
        this.rows = rows;
        this.sources = sources;
        this.ledger = ledger;
        this.deciding = deciding;
        this.audit = audit;
        this.events = events;
        this.machine = machine;
    }

    /** Nothing where one of the same money is underway. */
    public Optional<Refund> open(New refund, List<Share> shares, Actor by, Instant now) {
        var added = rows.add(refund, by, now);
        added.ifPresent(one -> {
            rows.share(one, shares);
            long line = rows.addEvent(one, RefundAct.REQUEST, one.state(), refund.reason(), by, now);
            tell(one, RefundAct.REQUEST, line, by);
        });
        return added;
    }

    public void move(Moved moved, Actor by, Instant now) {
        write(moved, null, null, by, now);
    }

    public void propose(Moved moved, List<Share> shares, Actor by, Instant now) {
        rows.share(moved.from(), shares);
        var amount = shares.isEmpty() ? moved.from().amount() : RefundTerms.total(shares);
        long line = rows.write(moved, amount, null, null, by, now);
        tell(moved.from(), moved.act(), line, by);
    }

    /** Off to the channel: what was promised is taken from what came, written down for good, and booked as owed. */
    public void send(Moved moved, Actor by, Instant now) {
        var refund = moved.from();
        if (moved.act() != RefundAct.SEND_AGAIN) {
            var charge = refund.charge();
            var parts = charge == null
                    ? List.<RefundSources.Part>of()
                    : sources.source(charge)
                            .map(source -> sources.parts(charge, source))
                            .orElse(List.of());
            if (!rows.reserve(refund, parts)) {
                throw new Refusal(RefundRefusal.MORE_THAN_PAID);
            }
        }
        if (!rows.isRequest(refund, now)) {
            throw new Refusal(RefundRefusal.OTHER_REQUEST);
        }
        owe(refund, refund.attempt() + 1, by, now);
        var askAt =
                by.equals(Actor.SYSTEM) ? machine.instant() : machine.instant().plus(ON_ITS_WAY);
        write(moved, askAt, null, by, now);
    }

    public void giveUp(Moved moved, Actor by, Instant now) {
        rows.release(moved.from());
        write(moved, null, null, by, now);
    }

    public void complete(Moved moved, RefundAnswer.Done said, Instant now) {
        var refund = moved.from();
        if (refund.state() == RefundState.FAILED) {
            owe(refund, refund.attempt() + 1, Actor.SYSTEM, now);
        }
        ledger.post(
                Posting.of(
                        "refund:" + refund.id() + ":paid",
                        EntryKind.REFUND_PAID,
                        LedgerAccount.REFUND_DUE,
                        LedgerAccount.CHANNEL,
                        refund.amount(),
                        refund.paidOut()),
                Actor.SYSTEM,
                now);
        write(moved, null, said, Actor.SYSTEM, now);
        var discrepancy = refund.discrepancy();
        var charge = refund.charge();
        if (discrepancy != null) {
            deciding.refunded(discrepancy, refund.number(), now);
        } else if (charge != null) {
            var remaining = charge.amount().minus(rows.goneBack(charge));
            events.publishEvent(new ChargeRefunded(charge.id(), charge.purposeKey(), refund.id(), remaining));
        }
    }

    /** Nothing went back: it is owed again where it was. */
    public void fail(Moved moved, Instant now) {
        var refund = moved.from();
        ledger.post(
                Posting.of(
                        "refund:" + refund.id() + ":failed:" + refund.attempt(),
                        EntryKind.REFUND_FAILED,
                        LedgerAccount.REFUND_DUE,
                        refund.account(),
                        refund.amount(),
                        refund.about()),
                Actor.SYSTEM,
                now);
        write(moved, null, null, Actor.SYSTEM, now);
    }

    public void differ(Moved moved, Instant now) {
        write(moved, machine.instant().plus(ON_ITS_WAY), null, Actor.SYSTEM, now);
    }

    private void owe(Refund refund, int attempt, Actor by, Instant now) {
        ledger.post(
                Posting.of(
                        "refund:" + refund.id() + ":approved:" + attempt,
                        EntryKind.REFUND_APPROVED,
                        refund.account(),
                        LedgerAccount.REFUND_DUE,
                        refund.amount(),
                        refund.about()),
                by,
                now);
    }

    private void write(Moved moved, @Nullable Instant askAt, RefundAnswer.@Nullable Done done, Actor by, Instant now) {
        long line = rows.write(moved, moved.from().amount(), askAt, done, by, now);
        tell(moved.from(), moved.act(), line, by);
    }

    private void tell(Refund refund, RefundAct act, long line, Actor by) {
        audit.record(
                by,
                "退费：" + act.label(),
                "refund:" + refund.number(),
                refund.amount().toString());
        events.publishEvent(new RefundMoved(refund.id(), line));
    }
}
