package org.gongkao.payment;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Money;

/**
 * 开票系统。The treasury's system of electronic receipts (财政电子票据, 豫财非税〔2019〕1号), as a bean; without one the queue waits. Each
 * call is repeated under its request number until it is answered, so the same number must never make a second receipt.
 * Nothing crosses this border but a {@link FiscalAnswer}: no exception, and an answer within 30 seconds.
 */
public interface FiscalReceiptIssuer {

    /** 开票申请。What is to be issued; the same number is never used for another text. */
    record Request(
            String number,
            String payer,
            String title,
            List<FeePart> parts,
            Money amount,
            String charge,
            Instant paidAt) {

        public Request {
            parts = List.copyOf(parts);
        }
    }

    /** 冲红申请。The receipt that is to be red-marked, by its code and number, and why. */
    record RedMark(String number, String code, String receiptNumber, Money amount, String reason) {}

    FiscalAnswer issue(Request request);

    FiscalAnswer redMark(RedMark request);

    /** What became of a request of either kind; {@link FiscalAnswer.Refused} also of a number that is not known there. */
    FiscalAnswer query(String requestNumber);
}
