package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 备案状态。Whether the appraisal of a year has been filed with the personnel authority. */
public enum FilingState implements Word {
    FILED("已备案"),
    PROMISED("未备案，单位已承诺"),
    UNFILED("未备案");

    private final String label;

    FilingState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
