package org.gongkao.application;

import org.gongkao.shared.Sign;

/** 核对结论。What an office found on one item. */
public enum ItemOutcome {
    MET("符合", Sign.MET),
    UNMET("不符合", Sign.UNMET),
    /** Goes up with the file, and bars the last tier until somebody has seen the original. */
    ON_SITE("待现场核对", Sign.PROOF),
    /** A promise in place of a material: lets the file pass, and the later upload is judged once more. */
    DEFERRED("容缺", Sign.PROOF);

    private final String label;
    private final Sign sign;

    ItemOutcome(String label, Sign sign) {
        this.label = label;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    public Sign sign() {
        return sign;
    }
}
