package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 授予级别。How high the authority stands that granted something; from the lowest to the highest. */
public enum Rank implements Word {
    UNIT("单位"),
    COUNTY("县（处）级"),
    CITY("省辖市（厅）级"),
    PROVINCE("省（部）级"),
    STATE("国家级");

    private final String label;

    Rank(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
