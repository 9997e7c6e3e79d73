package org.gongkao.payment.transfer;

/** 认领动作。What officers of finance do with a line that no code explains. */
enum LineAct {
    PROPOSE("提出认领"),
    CONFIRM("复核确认"),
    REJECT("不同意认领"),
    SET_ASIDE("转缴费差异");

    private final String label;

    LineAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
