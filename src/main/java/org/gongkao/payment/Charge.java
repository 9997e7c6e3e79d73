package org.gongkao.payment;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.channel.ChannelCode;
import org.gongkao.ledger.Posting;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** 缴费单。One amount that one person owes for one purpose, until a deadline. {@code replaced}: it went back whole, and another one is asked for. */
record Charge(
        long id,
        String number,
        Purpose purpose,
        String purposeKey,
        Payer payer,
        String title,
        Money amount,
        Instant deadline,
        ChargeState state,
        @Nullable String orderNumber,
        boolean closing,
        @Nullable Instant settledAt,
        int version,
        @Nullable String region,
        @Nullable Integer level,
        boolean replaced) {

    /** Whether the channel knows of an order that nobody has asked it to close yet. */
    boolean isToBeAsked() {
        return state.isAtTheChannel() && !closing;
    }

    /** 缴费办理。A move that has been decided and not yet written. */
    record Moved(Charge from, ChargeAct act, ChargeState to, String detail) {}

    /** The move, where the table lists it. */
    Optional<Moved> move(ChargeAct act, String detail) {
        return ChargeMoves.find(state, act).map(move -> new Moved(this, act, move.to(), detail));
    }

    /** What the book writes down about money of this charge. */
    Posting.About about(ChannelCode channel, String transaction) {
        return new Posting.About(channel, purpose.name(), id, transaction, region, level);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(deadline);
    }

    ChargeView view(boolean byUnit, Money givenBack, Money before) {
        return new ChargeView(number, purpose, state, title, amount, deadline, settledAt, byUnit, givenBack, before);
    }
}
