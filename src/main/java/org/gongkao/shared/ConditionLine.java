package org.gongkao.shared;

import java.util.List;

/**
 * 条件行。One condition as the person whom it concerns reads it: what it came to, the condition with the note on what is 待确认
 * (or empty), their own case, what is needed, and the document with its clause in parts that stay together.
 */
public record ConditionLine(
        Sign sign, String result, String what, String openNote, String fact, String needed, List<String> source) {

    public boolean isUnmet() {
        return sign == Sign.UNMET;
    }

    public boolean isOpen() {
        return sign == Sign.PROOF || sign == Sign.DUE;
    }
}
