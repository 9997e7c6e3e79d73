package org.gongkao.payment;

/** 缴费事由。What a charge is for. The second fee of level one comes with the panel that alone may ask for it. */
public enum Purpose {
    GRADING("等级考核费");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
