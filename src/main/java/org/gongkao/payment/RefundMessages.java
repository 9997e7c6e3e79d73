package org.gongkao.payment;

import java.time.Instant;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundAnswer;

/** 退款通知。A bean of the refunds: a channel tells how one of them stands. In the message's transaction. */
public interface RefundMessages {

    void take(ChannelCode channel, String refundNumber, RefundAnswer answer, Instant now);
}
