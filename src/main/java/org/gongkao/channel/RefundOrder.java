package org.gongkao.channel;

import java.net.URI;
import org.gongkao.shared.Money;

/** 退款单。What a channel is asked to give back of one paid order, under a number of its own. */
public record RefundOrder(
        String number,
        String orderNumber,
        String transaction,
        Money amount,
        Money orderTotal,
        String reason,
        URI notifyUrl) {}
