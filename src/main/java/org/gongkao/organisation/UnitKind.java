package org.gongkao.organisation;

/** 单位类别。What a unit is by its registration. */
public enum UnitKind {
    STATE_ORGAN("机关"),
    PUBLIC_INSTITUTION("事业单位"),
    MASS_ORGANISATION("群团组织"),
    OTHER("其他");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
