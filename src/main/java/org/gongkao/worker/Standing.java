package org.gongkao.worker;

import org.gongkao.shared.Sign;

/** 核验状态。Whether the unit has confirmed that this person works for it. */
public enum Standing {
    UNCONFIRMED("未核验", Sign.PROOF),
    CONFIRMED("已核验", Sign.MET),
    REFUSED("单位未确认", Sign.UNMET);

    private final String label;
    private final Sign sign;

    Standing(String label, Sign sign) {
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
