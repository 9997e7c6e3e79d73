package org.gongkao.eligibility;

import org.gongkao.shared.Word;

/** 岗位类别。Which kind of post the person works in. */
public enum PostKind implements Word {
    SKILLED_LABOUR("工勤技能岗位"),
    PROFESSIONAL("专业技术岗位"),
    MANAGEMENT("管理岗位");

    private final String label;

    PostKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
