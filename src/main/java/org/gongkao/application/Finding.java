package org.gongkao.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 核对结果。What one office found on one item when its content had this hash, and who of the office it was. */
public record Finding(
        long id,
        String office,
        String item,
        String itemHash,
        ItemOutcome outcome,
        @Nullable Basis basis,
        String problem,
        String remedy,
        String foundBy,
        Instant at) {

    /** Whether it says of the same content the same as another, whoever found it. */
    public boolean says(Finding other) {
        return isOn(other.item, other.itemHash)
                && outcome == other.outcome
                && basis == other.basis
                && problem.equals(other.problem)
                && remedy.equals(other.remedy);
    }

    public boolean isOn(ReviewItem now) {
        return isOn(now.key(), now.hash());
    }

    private boolean isOn(String key, String hash) {
        return item.equals(key) && itemHash.equals(hash);
    }
}
