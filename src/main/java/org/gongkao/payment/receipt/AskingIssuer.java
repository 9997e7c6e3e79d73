package org.gongkao.payment.receipt;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.audit.Audit;
import org.gongkao.payment.FiscalReceiptIssuer.RedMark;
import org.gongkao.payment.FiscalReceiptIssuer.Request;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 申请开票。Writes down that the issuer is asked before it hears of it, and says what it is asked: the same whenever it is repeated. */
@Component
class AskingIssuer {

    /** 开票询问。What is asked of the issuer now. */
    sealed interface Asked {
        record ToIssue(Request request) implements Asked {}

        record ToRedMark(RedMark request) implements Asked {}

        default String number() {
            return switch (this) {
                case ToIssue one -> one.request().number();
                case ToRedMark one -> one.request().number();
            };
        }
    }

    private static final Pattern REQUEST = Pattern.compile("(P[0-9]{16})([IR])([0-9]{1,6})");

    private final ReceiptRows rows;
    private final PaidCharges charges;
    private final Audit audit;
    private final BusinessClock clock;

    AskingIssuer(ReceiptRows rows, PaidCharges charges, Audit audit, BusinessClock clock) {
        this.rows = rows;
        this.charges = charges;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nothing where there is nothing to ask any more. */
    @Transactional
    public Optional<Asked> begin(String number) {
        var receipt = rows.lock(number).orElseThrow();
        var moved = receipt.move(ReceiptAct.ASK, "申请号 " + receipt.request());
        if (moved.isPresent()) {
            // When it is asked again was decided when its turn came: it stands.
            rows.ask(moved.get(), clock.instant());
            audit.record(
                    Actor.SYSTEM, "申请开票", "receipt:" + number, receipt.amount().toString());
            return Optional.of(toIssue(receipt));
        }
        return switch (receipt.state()) {
            case ASKED -> Optional.of(toIssue(receipt));
            case RED_ASKED -> Optional.of(toRedMark(receipt));
            default -> Optional.empty();
        };
    }

    private Asked toIssue(FiscalReceipt receipt) {
        var paid = charges.of(receipt.charge()).orElseThrow();
        return new Asked.ToIssue(new Request(
                receipt.request(),
                receipt.payer(),
                receipt.title(),
                rows.parts(receipt),
                receipt.amount(),
                paid.number(),
                paid.paidAt()));
    }

    private static Asked toRedMark(FiscalReceipt receipt) {
        var document = receipt.document();
        if (document == null) {
            throw new IllegalStateException("Nothing to red-mark: " + receipt.number());
        }
        var reason = receipt.remaining() == null ? "开具有误" : "已退费";
        return new Asked.ToRedMark(
                new RedMark(receipt.request(), document.code(), document.number(), receipt.amount(), reason));
    }

    /** 申请号。A request's number taken apart: the receipt's, which of the two kinds, the how manieth. */
    record Number(String receipt, boolean red, int attempt) {
        static Number parse(String request) {
            var match = REQUEST.matcher(request);
            if (!match.matches()) {
                throw new IllegalArgumentException("No request of ours: " + request);
            }
            return new Number(match.group(1), match.group(2).equals("R"), Integer.parseInt(match.group(3)));
        }
    }
}
