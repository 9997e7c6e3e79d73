package org.gongkao.payment;

import java.util.List;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * 账单。What is to be paid for, in the payer's words, what it is made of, and where finance counts it to: the agency's region
 * and the level, where there are such.
 */
public record Bill(
        String title,
        List<FeePart> parts,
        @Nullable String region,
        @Nullable Level level) {

    public Bill {
        parts = List.copyOf(parts);
    }

    public Bill(String title, List<FeePart> parts) {
        this(title, parts, null, null);
    }

    public Money total() {
        return parts.stream().map(FeePart::amount).reduce(Money.ZERO, Money::plus);
    }
}
