package org.gongkao.worker;

/** 岗位类别。The kind of post that a person stands on. */
public enum PostKind implements Choice {
    TECHNICAL("技术工岗位"),
    ORDINARY("普通工岗位"),
    MANAGEMENT("管理岗位"),
    PROFESSIONAL("专业技术岗位");

    private final String label;

    PostKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** 工勤技能岗位: technical and ordinary workers' posts. */
    public boolean isSkilledLabour() {
        return this == TECHNICAL || this == ORDINARY;
    }
}
