package org.gongkao.payment.receipt;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** 财政电子票据。One receipt over what is still ours of one charge, in the payer's name. */
record FiscalReceipt(
        long id,
        String number,
        long charge,
        @Nullable Long replaces,
        String title,
        String payer,
        Money amount,
        ReceiptState state,
        int attempt,
        @Nullable Document document,
        @Nullable Red red,
        @Nullable Money remaining,
        @Nullable String refused,
        @Nullable String doubt,
        @Nullable Proposal proposal,
        Instant queuedAt,
        int version) {

    /** 票据原件。The fields by which a receipt is checked, and its PDF. */
    record Document(String code, String number, String checkCode, Instant issuedAt, long file, String hash) {}

    /** 红字票据。What took the receipt back. */
    record Red(String code, String number, Instant markedAt) {}

    /** 冲红重开申请。Who asks why that it be issued anew; another one decides. */
    record Proposal(long by, String name, String reason, Instant at) {}

    /** 票据流转。A move that has been decided and not yet written. */
    record Moved(FiscalReceipt from, ReceiptAct act, ReceiptState to, String detail) {}

    /** The move, where the table lists it: an answer that is not listed changes nothing. */
    Optional<Moved> move(ReceiptAct act, String detail) {
        return ReceiptMoves.find(state, act).map(move -> new Moved(this, act, move.to(), detail));
    }

    /** The same by somebody who can be told why not. */
    Moved moveBy(Actor officer, ReceiptAct act, String detail) {
        var move = ReceiptMoves.find(state, act).orElseThrow(() -> new Refusal(ReceiptRefusal.NOT_NOW));
        if (!isMet(move.needs(), officer)) {
            throw new Refusal(move.needs().otherwise());
        }
        return new Moved(this, act, move.to(), detail);
    }

    private boolean isMet(ReceiptMoves.Need need, Actor officer) {
        return switch (need) {
            case NOTHING -> true;
            case NOT_PROPOSED -> proposal == null;
            case PROPOSED -> proposal != null;
            case PROPOSED_BY_ANOTHER -> proposal != null && proposal.by() != officer.account();
        };
    }

    /** Under which the issuer knows the request for it; a repeated one keeps its number, one that was refused gets the next. */
    String request() {
        return number + (isBeingTakenBack() ? "R" : "I") + attempt;
    }

    boolean isBeingTakenBack() {
        return state == ReceiptState.RED_ASKED || state == ReceiptState.RED_REFUSED || state == ReceiptState.RED_MARKED;
    }

    /** What is to be issued anew once it is taken back. */
    Money left() {
        return remaining == null ? amount : remaining;
    }

    boolean waitsForFinance() {
        return state == ReceiptState.REFUSED || state == ReceiptState.RED_REFUSED || doubt != null || proposal != null;
    }
}
