package org.gongkao.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with an input, so that all of it is told at once. What is a {@link Reason} is no slip of the
 * pen: the act's own rule refuses it, and that is noted for the audit when the input is refused.
 */
public final class Faults {

    private final List<Fault> list = new ArrayList<>();
    private @Nullable Reason rule;

    public Faults add(String field, String sentence) {
        list.add(new Fault(field, sentence));
        return this;
    }

    public Faults add(String field, Reason reason) {
        rule = rule == null ? reason : rule;
        return add(field, reason.sentence());
    }

    public Faults addIf(boolean wrong, String field, String sentence) {
        return wrong ? add(field, sentence) : this;
    }

    public Faults addIf(boolean wrong, String field, Reason reason) {
        return wrong ? add(field, reason) : this;
    }

    /** A text that is longer than its field. */
    public Faults addIfLonger(String text, int most, String field, String label) {
        return addIf(text.length() > most, field, label + "最多 " + most + " 个字，请缩短后再提交。");
    }

    public boolean any() {
        return !list.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(list);
    }

    /** Refuses the input when anything is wrong with it. */
    public void refuse() {
        if (rule != null) {
            Refused.note(new Refusal(rule));
        }
        if (any()) {
            throw new InvalidInput(list());
        }
    }
}
