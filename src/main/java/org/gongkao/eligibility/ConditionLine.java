package org.gongkao.eligibility;

import java.util.List;
import org.gongkao.shared.Sign;

/**
 * 条件行。One condition as the person whom it concerns reads it: what it came to, the condition with the note on what is 待确认
 * (or empty), their own case, what is needed, and the document with its clause in parts that stay together.
 */
public record ConditionLine(
        Sign sign, String result, String what, String openNote, String fact, String needed, List<String> source) {

    public static ConditionLine of(Verdict.Condition one) {
        return new ConditionLine(
                one.result().sign(),
                one.result().label(),
                one.sentence(),
                one.open(),
                one.fact(),
                one.needed(),
                List.of(one.clause().split(" ", 2)));
    }

    public boolean isUnmet() {
        return sign == Sign.UNMET;
    }

    public boolean isOpen() {
        return sign == Sign.PROOF || sign == Sign.DUE;
    }
}
