package org.gongkao.organisation;

/** 单位信息办理。What can be done to a unit's entry. */
enum UnitAct {
    ADD("新增"),
    AMEND("修订"),
    DISSOLVE("撤销");

    private final String label;

    UnitAct(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
