package org.gongkao.payment.receipt;

import java.util.Locale;
import java.util.Optional;
import org.gongkao.shared.Sign;

/** 票据状态。Where a receipt stands. {@link #ASKED} is unknown: whether it was issued, only the issuer's answer says. */
enum ReceiptState {
    QUEUED("待开具", "开具中", Sign.REST),
    ASKED("开具中，等待答复", "开具中", Sign.NOW),
    ISSUED("已开具", "已开具", Sign.MET),
    REFUSED("开具被退回", "开具中", Sign.UNMET),
    RED_ASKED("冲红中，等待答复", "冲红中", Sign.NOW),
    RED_REFUSED("冲红被退回", "冲红中", Sign.UNMET),
    RED_MARKED("已冲红", "已冲红作废", Sign.OVER),
    /** The money went back before a receipt was issued. */
    DROPPED("不再开具", "不再开具", Sign.NONE);

    private final String label;
    private final String told;
    private final Sign sign;

    ReceiptState(String label, String told, Sign sign) {
        this.label = label;
        this.told = told;
        this.sign = sign;
    }

    String label() {
        return label;
    }

    /** What the payer reads: what the issuer refuses is for finance to mend. */
    String told() {
        return told;
    }

    Sign sign() {
        return sign;
    }

    Sign toldSign() {
        return sign == Sign.UNMET ? Sign.NOW : sign;
    }

    /** As an address has it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReceiptState> of(String key) {
        for (var state : values()) {
            if (state.key().equals(key)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
