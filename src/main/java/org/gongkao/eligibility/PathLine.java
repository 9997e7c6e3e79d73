package org.gongkao.eligibility;

import org.gongkao.shared.Sign;

/** 途径行。One way to the level as the person reads it, with what stands in it. */
public record PathLine(String title, Sign sign, String result, String obstacles) {

    public static PathLine of(Verdict.PathOutcome one) {
        var result = one.overall().result();
        var obstacles = one.obstacles().isEmpty() ? "" : String.join("；", one.obstacles()) + "。";
        return new PathLine(one.title(), result.sign(), result.label(), obstacles);
    }
}
