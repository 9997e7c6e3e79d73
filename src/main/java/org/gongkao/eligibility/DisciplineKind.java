package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 处分种类。From the lightest to the heaviest. */
public enum DisciplineKind implements Word {
    WARNING("警告"),
    DEMERIT("记过"),
    MAJOR_DEMERIT("记大过"),
    DEMOTION("降低岗位等级（降级）"),
    REMOVAL("撤职"),
    DISMISSAL("开除");

    private final String label;

    DisciplineKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
