package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 学历。From the lowest to the highest. */
public enum Education implements Word {
    PRIMARY("小学及以下"),
    JUNIOR("初中"),
    SENIOR("高中（含职业高中）"),
    TECHNICAL("技工学校、职业中专、中专"),
    COLLEGE("大学专科"),
    BACHELOR("大学本科"),
    MASTER("研究生");

    private final String label;

    Education(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
