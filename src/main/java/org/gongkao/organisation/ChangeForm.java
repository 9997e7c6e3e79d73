package org.gongkao.organisation;

import org.jspecify.annotations.Nullable;

/** A request for a change as it was typed; {@code letter} is the letter that came with an earlier try. */
record ChangeForm(UnitForm unit, String act, int version, String letter) {

    static ChangeForm of(@Nullable String act, @Nullable String letter, int version, UnitForm unit) {
        return new ChangeForm(unit, act == null ? "" : act, version, letter == null ? "" : letter);
    }

    boolean dissolves() {
        return act.equals(UnitAct.DISSOLVE.name());
    }

    ChangeForm withLetter(String id) {
        return new ChangeForm(unit, act, version, id);
    }
}
