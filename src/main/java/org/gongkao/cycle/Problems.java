package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a year package, so that all of it is told at once. */
public final class Problems {

    private final List<Problem> list = new ArrayList<>();

    public Problems add(Node where, String sentence) {
        return add(new Problem(where.file(), where.line(), where.path(), sentence));
    }

    public Problems add(Problem problem) {
        list.add(problem);
        return this;
    }

    public boolean any() {
        return !list.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(list);
    }
}
