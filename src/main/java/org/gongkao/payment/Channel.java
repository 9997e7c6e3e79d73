package org.gongkao.payment;

/**
 * 缴费渠道。Whoever takes the payer's money and tells us of it. Each call is safe to repeat, and none is made while a
 * transaction is open.
 */
interface Channel {

    String name();

    /** Gives the channel the order, or finds it there, and says where the payer goes to pay. */
    ChannelAnswer prepare(ChannelOrder order);

    ChannelAnswer query(String orderNumber);

    /** Ends an order that is not paid; answers that it was paid when it was. */
    ChannelAnswer close(String orderNumber);
}
