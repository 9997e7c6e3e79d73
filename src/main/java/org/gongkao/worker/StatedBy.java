package org.gongkao.worker;

/** 填报来源。Who says so; what a worker says of themself is not checked until the unit has looked at the file. */
public enum StatedBy {
    WORKER("本人填报"),
    UNIT("单位填报"),
    AGENCY("工考管理机构登记");

    private final String label;

    StatedBy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
