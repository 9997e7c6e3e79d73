package org.gongkao.channel;

/** 渠道代码。The ways by which money can come. */
public enum ChannelCode {
    WECHAT("微信支付"),
    ALIPAY("支付宝"),
    /** 银行转账。Matched by a payment code from the bank's statement; nobody answers while we wait. */
    TRANSFER("银行转账");

    private final String label;

    ChannelCode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
