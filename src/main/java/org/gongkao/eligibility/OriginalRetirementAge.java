package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 原法定退休年龄。The original statutory age, from which the reform of 2025 counts on. */
public enum OriginalRetirementAge implements Word {
    MEN_60("男60周岁"),
    WOMEN_50("女50周岁"),
    WOMEN_55("女55周岁");

    private final String label;

    OriginalRetirementAge(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
