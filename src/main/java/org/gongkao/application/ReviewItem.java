package org.gongkao.application;

/** 核对项目。One condition of the verdict, one group of fields, one material or the promise of one, with the hash of its content as it is now. */
public record ReviewItem(String key, String label, String hash, Kind kind) {

    /** 核对项目类别。What an item is. */
    public enum Kind {
        CONDITION,
        GROUP,
        MATERIAL,
        PROMISE
    }

    public boolean isMaterial() {
        return kind == Kind.MATERIAL;
    }

    public boolean isPromise() {
        return kind == Kind.PROMISE;
    }

    public boolean isCondition() {
        return kind == Kind.CONDITION;
    }

    /** 容缺 is found on a promise and on nothing else, and a promise is never more than that. */
    public boolean admits(ItemOutcome outcome) {
        return isPromise()
                ? outcome == ItemOutcome.DEFERRED || outcome == ItemOutcome.UNMET
                : outcome != ItemOutcome.DEFERRED;
    }
}
