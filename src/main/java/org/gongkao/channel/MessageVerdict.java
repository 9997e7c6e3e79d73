package org.gongkao.channel;

/** 通知判定。What became of a message at the open address. */
public enum MessageVerdict {
    TAKEN(true, "已接收"),
    /** The channel did not hear our answer and sends once more: thanked, and without effect. */
    REPEATED(true, "重复通知"),
    UNSIGNED(false, "没有签名"),
    FORGED(false, "签名不符"),
    STALE(true, "时间过旧"),
    /** Well signed, for another merchant or application. */
    MISDIRECTED(true, "商户不符"),
    /** An id that was taken before, with another content. */
    REPLAYED(true, "重放"),
    BROKEN(true, "内容残缺");

    private final boolean signed;
    private final String label;

    MessageVerdict(boolean signed, String label) {
        this.signed = signed;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the channel itself wrote it; what anybody can send fills no log. */
    public boolean isSigned() {
        return signed;
    }

    /** Whether the sender is to stop sending it. */
    public boolean isThanked() {
        return this == TAKEN || this == REPEATED;
    }
}
