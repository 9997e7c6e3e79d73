package org.gongkao.payment;

import java.util.List;

/**
 * 缴款。One payment as it goes to a channel: of one charge by its payer, or of many charges by a unit for its people. {@code key}
 * begins the numbers of its orders.
 */
public record Payment(String key, String title, String payer, List<Long> charges) {

    public Payment {
        charges = charges.stream().sorted().toList();
    }

    static Payment of(Charge charge) {
        return new Payment(charge.number(), charge.title(), charge.payer().mark(), List.of(charge.id()));
    }
}
