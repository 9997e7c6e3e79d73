package org.gongkao.worker;

import org.gongkao.shared.Sign;

/** 档案记录状态。How far the record of a worker is. */
enum RecordState {
    MISSING("没有档案记录", Sign.NONE, " and r.version is null"),
    UNCHECKED("待核对档案", Sign.PROOF, " and r.version is not null and not r.checked"),
    CHECKED("已核对档案", Sign.MET, " and r.checked");

    private final String label;
    private final Sign sign;
    private final String condition;

    RecordState(String label, Sign sign, String condition) {
        this.label = label;
        this.sign = sign;
        this.condition = condition;
    }

    String label() {
        return label;
    }

    Sign sign() {
        return sign;
    }

    String condition() {
        return condition;
    }

    static RecordState of(java.util.Optional<ServiceRecord> record) {
        return record.map(one -> one.verified() ? CHECKED : UNCHECKED).orElse(MISSING);
    }
}
