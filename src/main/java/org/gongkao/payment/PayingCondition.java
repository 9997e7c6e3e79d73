package org.gongkao.payment;

import java.time.Instant;

/**
 * 缴费前提。A bean of the module whose matter is paid for: asked in the transaction that sends a charge to a channel, since
 * payment knows the purpose and not the matter. Refuses, or lets it go on.
 */
public interface PayingCondition {

    void require(Purpose purpose, String purposeKey, Payer payer, Instant at);
}
