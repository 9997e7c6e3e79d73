package org.gongkao.application;

/** 核对项目。One condition of the verdict, one group of fields or one material, with the hash of its content as it is now. */
public record ReviewItem(String key, String label, String hash, Kind kind) {

    /** 核对项目类别。What an item is. */
    public enum Kind {
        CONDITION,
        GROUP,
        MATERIAL
    }

    public boolean isMaterial() {
        return kind == Kind.MATERIAL;
    }

    public boolean isCondition() {
        return kind == Kind.CONDITION;
    }
}
