package org.gongkao.channel;

import java.net.URI;

/** 付款方式。What the payer does with a prepared order. */
public sealed interface PayWay {

    /** 扫码。Scanned with the channel's own program; on a phone a web address can also be opened. */
    record Code(String content) implements PayWay {}

    /** 跳转。The payer's browser goes there. */
    record Page(URI address) implements PayWay {}

    /** 缴款码。Written by the payer into the purpose of a bank transfer to this account. */
    record Transfer(String payCode, String accountName, String accountNumber, String bank) implements PayWay {}
}
