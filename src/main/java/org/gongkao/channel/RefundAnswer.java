package org.gongkao.channel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.gongkao.shared.Money;

/** 退款答复。How a refund stands, in the channel's word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RefundAnswer {

    /** The money has gone back. */
    record Done(String refundNumber, String transaction, Money amount, Instant at) implements RefundAnswer {}

    /** Taken in; the money is on its way. */
    record Working() implements RefundAnswer {}

    /** Gone from us and not arrived: a person has to end it in the channel's own platform, under the same number. */
    record Stuck(String why) implements RefundAnswer {}

    /** Refused for good, or unknown there: nothing went back under this number, and nothing will. */
    record NotRefunded(String why) implements RefundAnswer {}

    /** No answer, or none that can be trusted. Nothing is known. */
    record NoAnswer(String why) implements RefundAnswer {}
}
