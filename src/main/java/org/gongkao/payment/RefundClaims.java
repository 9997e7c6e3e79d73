package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.shared.Actor;

/**
 * 退费主张。A paid matter has come to an end that the year's rules on refunds speak of. A bean of the refunds; joins the
 * caller's transaction.
 */
public interface RefundClaims {

    /**
     * What the rule says of this charge, in a sentence for the payer, once the refund that follows from it is on its way or
     * before finance. Empty where nothing was paid.
     */
    String claim(String purposeKey, RefundGround ground, Actor by, Instant at);

    /** The matter goes on after all: what has not been sent yet stays. Whether anything had gone back by this ground. */
    boolean drop(String purposeKey, RefundGround ground, Instant at);
}
