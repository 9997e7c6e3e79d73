package org.gongkao.application;

import java.util.Locale;

/** 填报栏目。A group of fields that is filled in, looked at and corrected together. */
public enum FieldGroup {
    CHOICE("申报等级与工种"),
    PERSON("个人基本信息"),
    POST("岗位与参加工作时间"),
    CERTIFICATES("已持技能等级证书"),
    APPRAISALS("年度考核"),
    EDUCATION("学历"),
    AWARDS("奖惩情况");

    private final String label;

    FieldGroup(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The key in the record and in findings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
