package org.gongkao.channel;

import java.net.URI;
import java.time.Instant;
import org.gongkao.shared.Money;

/**
 * 渠道订单。What a channel is given. The payer is named by a mark that only we can resolve; no name and no number leaves the
 * house. {@code expires} is the bell: the channel takes nothing after it.
 */
public record ChannelOrder(
        String number,
        String payer,
        Money amount,
        String title,
        Instant expires,
        Device device,
        String payerAddress,
        URI returnUrl,
        URI notifyUrl) {

    /** 缴费设备。Where the payer stands: before a screen that a phone can scan, or with the phone in the hand. */
    public enum Device {
        DESKTOP,
        PHONE
    }

    /** 请求内容。What makes this order this order: the same number with another text is refused. */
    public String request(ChannelCode channel) {
        return String.join(
                "\n",
                channel.name(),
                number,
                payer,
                Long.toString(amount.fen()),
                title,
                expires.toString(),
                device.name());
    }
}
