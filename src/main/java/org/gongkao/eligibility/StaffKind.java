package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 人员类别。How the person is employed. */
public enum StaffKind implements Word {
    REGULAR("在岗正式工作人员"),
    APPOINTED("聘用工作人员"),
    OTHER_STAFF("其他用工形式");

    private final String label;

    StaffKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
