package org.gongkao.payment;

import java.util.List;
import org.gongkao.shared.Money;

/** 账单。What is to be paid for, in the payer's words, and what it is made of. */
public record Bill(String title, List<FeePart> parts) {

    public Bill {
        parts = List.copyOf(parts);
    }

    public Money total() {
        return parts.stream().map(FeePart::amount).reduce(Money.ZERO, Money::plus);
    }
}
