package org.gongkao.payment.transfer;

import java.time.Instant;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Money;

/** 银行流水行。One line of a statement as it was read and found whole; {@code line} is its place in the file. */
record BankLine(
        int line, StatementLine.Kind kind, String serial, Money amount, Instant at, String name, String purpose) {

    boolean isIn() {
        return kind == StatementLine.Kind.IN;
    }
}
