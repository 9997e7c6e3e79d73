package org.gongkao.payment;

import java.net.URI;
import java.time.Instant;
import org.gongkao.shared.Money;

/**
 * 渠道订单。What a channel is given. The payer is named by a mark that only we can resolve; no name and no number leaves the
 * house.
 */
record ChannelOrder(String number, String payer, Money amount, String title, Instant expires, URI returnUrl) {}
