package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 退休类别。The original statutory age, from which the reform of 2025 counts on. */
public enum RetirementCategory implements Word {
    MEN_60("男60周岁"),
    WOMEN_50("女50周岁"),
    WOMEN_55("女55周岁");

    private final String label;

    RetirementCategory(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
