package org.gongkao.organisation;

/** 单位状态。Whether workers can apply through a unit; one that was dissolved stays readable for good. */
public enum UnitStatus {
    ACTIVE("正常"),
    DISSOLVED("已撤销");

    private final String label;

    UnitStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
