package org.gongkao.payment.receipt;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Humans;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 更正票据。What finance does to a receipt: one asks that it be red-marked and issued anew, another decides; what was refused is requested again. */
@Component
class CorrectingReceipts {

    private static final int LONGEST = 300;

    private final ReceiptRows rows;
    private final IssuingReceipts issuing;
    private final Humans humans;
    private final Audit audit;
    private final MachineClock machine;
    private final TransactionTemplate transaction;

    CorrectingReceipts(
            ReceiptRows rows,
            IssuingReceipts issuing,
            Humans humans,
            Audit audit,
            MachineClock machine,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.issuing = issuing;
        this.humans = humans;
        this.audit = audit;
        this.machine = machine;
        this.transaction = transaction;
    }

    @Transactional
    public void propose(String number, String reason, Actor officer, Instant arrived) {
        var receipt = get(number);
        var moved = receipt.moveBy(officer, ReceiptAct.PROPOSE, said(reason, ReceiptRefusal.REASON_MISSING));
        write(moved, null, officer, arrived);
    }

    /** The name is read from the register again when the new one is queued. */
    @Transactional
    public void confirm(String number, int seen, Actor officer, Instant arrived) {
        var receipt = asSeen(get(number), seen);
        var proposal = receipt.proposal();
        var moved = receipt.moveBy(officer, ReceiptAct.CONFIRM, proposal == null ? "" : proposal.reason());
        if (proposal != null && humans.same(proposal.by(), officer)) {
            throw new Refusal(ReceiptRefusal.SAME_PERSON);
        }
        write(moved, machine.instant(), officer, arrived);
    }

    @Transactional
    public void decline(String number, int seen, Actor officer, Instant arrived) {
        var receipt = asSeen(get(number), seen);
        write(receipt.moveBy(officer, ReceiptAct.DECLINE, ""), null, officer, arrived);
    }

    /** Finance has cleared up with the issuer which receipt stands. */
    @Transactional
    public void settleDoubt(String number, String note, int seen, Actor officer, Instant arrived) {
        var receipt = asSeen(get(number), seen);
        if (receipt.doubt() == null) {
            throw new Refusal(ReceiptRefusal.NOT_NOW);
        }
        rows.settleDoubt(receipt, said(note, ReceiptRefusal.CHECKED_MISSING), officer, arrived);
        audit.record(officer, ReceiptAct.SETTLE_DOUBT.label(), "receipt:" + number, "");
    }

    /** Not in one transaction: the issuer is asked in between what became of the refused request, and nobody waits for it. */
    public void retry(String number, int seen, Actor officer, Instant arrived) {
        var refused = asSeen(rows.find(number).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND)), seen);
        var act = refused.state() == ReceiptState.RED_REFUSED ? ReceiptAct.RETRY_RED : ReceiptAct.RETRY;
        refused.moveBy(officer, act, "");
        switch (issuing.query(refused.request(), arrived)) {
            case FiscalAnswer.Refused none ->
                transaction.executeWithoutResult(
                        status -> write(get(number).moveBy(officer, act, ""), machine.instant(), officer, arrived));
            case FiscalAnswer.Issued issued -> refuseIfStill(refused);
            case FiscalAnswer.RedMarked marked -> refuseIfStill(refused);
            case FiscalAnswer.Working working -> throw new Refusal(ReceiptRefusal.ISSUER_SILENT);
            case FiscalAnswer.NoAnswer silent -> throw new Refusal(ReceiptRefusal.ISSUER_SILENT);
        }
    }

    private void refuseIfStill(FiscalReceipt refused) {
        if (rows.find(refused.number()).orElseThrow().state() == refused.state()) {
            throw new Refusal(ReceiptRefusal.WRONG_ONE_STANDS);
        }
    }

    private FiscalReceipt get(String number) {
        return rows.lock(number).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private static FiscalReceipt asSeen(FiscalReceipt receipt, int seen) {
        if (receipt.version() != seen) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return receipt;
    }

    private static String said(String typed, ReceiptRefusal otherwise) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refusal(otherwise);
        }
        return text;
    }

    private void write(FiscalReceipt.Moved moved, @Nullable Instant askAt, Actor by, Instant now) {
        rows.write(moved, askAt, by, now);
        audit.record(by, moved.act().label(), "receipt:" + moved.from().number(), "");
    }
}
