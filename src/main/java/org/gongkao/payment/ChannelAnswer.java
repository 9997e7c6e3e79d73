package org.gongkao.payment;

import java.net.URI;
import java.time.Instant;
import org.gongkao.shared.Money;

/** 渠道答复。How an order stands, in the channel's word. */
sealed interface ChannelAnswer {

    /** The order waits for the payer. */
    record Awaiting(URI payPage) implements ChannelAnswer {}

    /** Money has come. Whether it is the right money is for us to judge. */
    record Paid(String orderNumber, String transaction, Money amount, String payer, Instant paidAt)
            implements ChannelAnswer {}

    /** This order brought nothing and never will: closed, refused, or never arrived. */
    record NotPaid(String why) implements ChannelAnswer {}

    /** No answer, or none that can be trusted. Nothing is known. */
    record NoAnswer(String why) implements ChannelAnswer {}
}
