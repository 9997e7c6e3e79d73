package org.gongkao.catalogue;

/** 科目。What is examined. */
public enum Subject {
    PROFESSIONAL_ETHICS("职业道德"),
    PROFESSIONAL_ABILITY("职业能力"),
    POST_SKILL("岗位技能"),
    /** Level one only. */
    PROFESSIONAL_BASICS("专业基础知识");

    private final String label;

    Subject(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
