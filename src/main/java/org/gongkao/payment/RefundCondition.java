package org.gongkao.payment;

import java.time.Instant;

/**
 * 退费前提。A bean of the module whose matter was paid for: asked before a refund is asked for, since payment knows the
 * purpose and not the matter. Refuses, or lets it go on.
 */
public interface RefundCondition {

    void require(RefundGround ground, Purpose purpose, String purposeKey, Instant at);
}
