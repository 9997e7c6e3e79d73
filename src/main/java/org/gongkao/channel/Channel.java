package org.gongkao.channel;

import java.time.LocalDate;

/**
 * 缴费渠道。Whoever takes the payer's money and tells us of it. Each call is safe to repeat under its number, none is made
 * while a transaction is open, and none throws: whatever goes wrong on the way is no answer, never a no.
 */
public interface Channel {

    ChannelCode code();

    /** Gives the channel the order, or finds it there, and says how the payer pays. */
    ChannelAnswer prepare(ChannelOrder order);

    ChannelAnswer query(String orderNumber);

    /** Ends an order that is not paid; answers that it was paid when it was. */
    ChannelAnswer close(String orderNumber);

    /** 退款。Gives money of a paid order back to where it came from. */
    RefundAnswer refund(RefundOrder refund);

    RefundAnswer queryRefund(RefundOrder refund);

    /** 对账单。All that the channel booked for us on that day, Asia/Shanghai. */
    StatementAnswer statement(LocalDate day);

    /** What came to the open address, once its signature, freshness and whole content are verified; touches no database. */
    Reading read(RawMessage raw);

    /** How this channel wants a message answered. */
    Reply reply(MessageVerdict verdict);
}
