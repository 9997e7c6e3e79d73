package org.gongkao.application;

import org.jspecify.annotations.Nullable;

/** 核对结果。What one office found on one item when its content had this hash. */
public record Finding(
        String office,
        String item,
        String itemHash,
        ItemOutcome outcome,
        @Nullable Basis basis,
        String problem,
        String remedy) {

    public boolean isOn(ReviewItem now) {
        return item.equals(now.key()) && itemHash.equals(now.hash());
    }
}
