package org.gongkao.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** 通知内容。What a message says once it was verified, or why it is not taken. {@code id} is the channel's, the same in repetitions. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Reading {

    record OfOrder(String id, String orderNumber, ChannelAnswer answer) implements Reading {}

    record OfRefund(String id, String refundNumber, RefundAnswer answer) implements Reading {}

    /** {@code verdict} is never {@link MessageVerdict#TAKEN}. */
    record Refused(MessageVerdict verdict) implements Reading {}
}
