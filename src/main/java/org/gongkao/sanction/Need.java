package org.gongkao.sanction;

/** 办理条件。What has to be said with an act. */
enum Need {
    FACTS("当事人、事实、依据"),
    NOTHING("—"),
    STATEMENT("陈述申辩内容"),
    REASON("理由"),
    DECISION("理由、依据、文号"),
    AUTHORITY("理由、文号"),
    EARLIER_END("理由、文号、更正后的期满日");

    private final String label;

    Need(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean reason() {
        return this != FACTS && this != NOTHING;
    }

    boolean clause() {
        return this == DECISION;
    }

    boolean document() {
        return this == DECISION || this == AUTHORITY || this == EARLIER_END;
    }

    boolean end() {
        return this == EARLIER_END;
    }
}
