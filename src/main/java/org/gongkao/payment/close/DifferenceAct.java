package org.gongkao.payment.close;

/** What happens to a difference. */
enum DifferenceAct {
    FIND("发现差异"),
    ASSIGN("指定经办人"),
    EXPLAIN("说明情况"),
    SETTLE("了结"),
    /** The counterpart came. */
    HEAL("系统自动了结"),
    /** What was settled differs again, or otherwise. */
    RECUR("再次出现");

    private final String label;

    DifferenceAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
