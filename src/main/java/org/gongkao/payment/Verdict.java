package org.gongkao.payment;

/** 通知判定。What became of a message at the open address, with the HTTP status that answers it. */
enum Verdict {
    TAKEN(200, "已接收"),
    UNSIGNED(401, "没有签名"),
    FORGED(401, "签名不符"),
    STALE(401, "时间过旧"),
    REPLAYED(409, "重放"),
    BROKEN(422, "内容残缺");

    private final int status;
    private final String label;

    Verdict(int status, String label) {
        this.status = status;
        this.label = label;
    }

    String label() {
        return label;
    }

    int status() {
        return status;
    }

    boolean isSigned() {
        return this == TAKEN || this == REPLAYED || this == BROKEN || this == STALE;
    }
}
