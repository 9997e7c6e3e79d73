package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.shared.Money;

/** 开票答复。What the system of receipts says of one request. */
public sealed interface FiscalAnswer {

    /** 已开具。The four fields by which a receipt is checked, its amount and date as the issuer has them, and the document. */
    record Issued(
            String code, String number, String checkCode, String payer, Money amount, Instant issuedAt, byte[] pdf)
            implements FiscalAnswer {}

    /** 已冲红。The red receipt that takes the first one back. */
    record RedMarked(String code, String number, Instant markedAt) implements FiscalAnswer {}

    /** 开票中。Taken in and not done yet. */
    record Working() implements FiscalAnswer {}

    /** 开票被退回。Nothing was issued and nothing will be under this number. */
    record Refused(String why) implements FiscalAnswer {}

    /** 开票无答复。Nobody knows whether it was issued. */
    record NoAnswer(String why) implements FiscalAnswer {}
}
