package org.gongkao.worker;

/** 退休类别。By which rule a person's age of retirement is found; the sex comes from the ID number. */
public enum RetirementCategory implements Choice {
    WORKER("按工人岗位退休"),
    OFFICER("按管理或专业技术岗位退休"),
    SPECIAL("按特殊工种提前退休");

    private final String label;

    RetirementCategory(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
