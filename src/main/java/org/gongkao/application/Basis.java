package org.gongkao.application;

/** 核对依据。What an item was held against. */
public enum Basis {
    ORIGINAL("原件"),
    PERSONNEL_FILE("人事档案"),
    SYSTEM_RECORD("系统记录");

    private final String label;

    Basis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
