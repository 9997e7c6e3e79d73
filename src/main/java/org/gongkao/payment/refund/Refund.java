package org.gongkao.payment.refund;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundOrder;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.WhoPaid;
import org.gongkao.payment.refund.RefundMoves.By;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;

/** 退费。One sum on its way back, of one movement of money. */
record Refund(
        long id,
        String number,
        RefundGround ground,
        @Nullable Paid charge,
        @Nullable Long discrepancy,
        ChannelCode channel,
        String orderNumber,
        String transaction,
        Money orderTotal,
        Money amount,
        RefundState state,
        String reason,
        Role askedByRole,
        long askedBy,
        @Nullable Long proposedBy,
        boolean accepted,
        int attempt,
        @Nullable String channelSaid,
        Instant openedAt,
        @Nullable Instant doneAt,
        int version) {

    /** 已缴的费用。The charge whose payer gets the money. */
    record Paid(
            long id,
            String number,
            Purpose purpose,
            String purposeKey,
            @Nullable Long person,
            @Nullable String unit,
            String title,
            Money amount,
            Instant openedAt,
            @Nullable String region,
            @Nullable Integer level) {

        boolean isOf(Actor payer) {
            return payer.is(Role.UNIT_CLERK)
                    ? payer.office().code().equals(unit)
                    : payer.is(Role.WORKER) && person != null && person == payer.person();
        }
    }

    WhoPaid.Asked money() {
        return new WhoPaid.Asked(charge == null ? null : charge.id(), orderNumber);
    }

    /** 退费办理。A move that has been decided and not yet written. */
    record Moved(Refund from, RefundAct act, RefundState to, String detail) {}

    /** Somebody's act: refused where the table does not list it, or lists it for somebody else. */
    Moved move(RefundAct act, String detail, Actor by) {
        var move = RefundMoves.find(state, act).orElseThrow(() -> new Refusal(RefundRefusal.NOT_ALLOWED_NOW));
        check(move.by(), by);
        return new Moved(this, act, move.to(), detail);
    }

    /** The channel's word; what the table does not list is of no effect. */
    Optional<Moved> told(RefundAct act, String detail) {
        return RefundMoves.find(state, act)
                .filter(move -> move.by() == By.CHANNEL)
                .map(move -> new Moved(this, act, move.to(), detail));
    }

    boolean allows(RefundAct act, Actor by) {
        return RefundMoves.find(state, act)
                .filter(move -> isParty(move.by(), by))
                .isPresent();
    }

    Refund asSeenAt(int seen) {
        if (version != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    private void check(By party, Actor by) {
        if (party == By.SECOND && by.is(Role.FINANCE) && !isParty(party, by)) {
            throw new Refusal(RefundRefusal.SAME_PERSON);
        }
        if (!isParty(party, by)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
    }

    private boolean isParty(By party, Actor by) {
        return switch (party) {
            case PAYER -> by.role() == askedByRole && charge != null && charge.isOf(by);
            case FINANCE -> by.is(Role.FINANCE);
            case SECOND -> by.is(Role.FINANCE) && proposedBy != null && proposedBy != by.account();
            case RULE -> by.is(Role.SYSTEM);
            case CHANNEL -> false;
        };
    }

    /** Where the book counts what goes back. */
    LedgerAccount account() {
        return discrepancy != null || charge == null
                ? LedgerAccount.UNCLEAR
                : charge.purpose().account();
    }

    Posting.About about() {
        return about(transaction);
    }

    /** As the channel's statement knows money that went back: by our number of the refund. */
    Posting.About paidOut() {
        return about(number);
    }

    private Posting.About about(String movement) {
        return charge == null
                ? new Posting.About(channel, null, null, movement, null, null)
                : new Posting.About(
                        channel, charge.purpose().name(), charge.id(), movement, charge.region(), charge.level());
    }

    /** What the channel is asked for. The reason is the ground and nothing of anybody's words: it leaves the house. */
    RefundOrder order(URI notifyUrl) {
        return new RefundOrder(number, orderNumber, transaction, amount, orderTotal, ground.label(), notifyUrl);
    }

    /** What makes this refund this refund: the same number with another text is refused. */
    String request() {
        return String.join(
                "\n",
                channel.name(),
                number,
                orderNumber,
                transaction,
                Long.toString(amount.fen()),
                Long.toString(orderTotal.fen()),
                ground.name());
    }
}
