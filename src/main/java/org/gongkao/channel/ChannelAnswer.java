package org.gongkao.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;

/** 渠道答复。How an order stands, in the channel's word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ChannelAnswer {

    /** The order waits for the payer; {@code way} is there only in the answer to {@link Channel#prepare}. */
    record Awaiting(@Nullable PayWay way) implements ChannelAnswer {}

    /**
     * Money has come. Whether it is the right money is for us to judge. {@code payer} is our own mark where the channel
     * gives it back, and null where it does not.
     */
    record Paid(
            String orderNumber,
            String transaction,
            Money amount,
            @Nullable String payer,
            Instant paidAt) implements ChannelAnswer {}

    /** This order brought nothing and never will: closed, refused, or never arrived. */
    record NotPaid(String why) implements ChannelAnswer {}

    /** No answer, or none that can be trusted. Nothing is known. */
    record NoAnswer(String why) implements ChannelAnswer {}
}
