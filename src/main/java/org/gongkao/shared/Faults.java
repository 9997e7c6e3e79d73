package org.gongkao.shared;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with an input, so that all of it is told at once. */
public final class Faults {

    private final List<Fault> list = new ArrayList<>();

    public Faults add(String field, String sentence) {
        list.add(new Fault(field, sentence));
        return this;
    }

    public Faults addIf(boolean wrong, String field, String sentence) {
        return wrong ? add(field, sentence) : this;
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
        if (any()) {
            throw new InvalidInput(list());
        }
    }
}
