package org.gongkao.eligibility;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the expressions go on with when something is not known: CEL lets it through unless the rest decides. */
final class Unknown extends RuntimeException {

    /** What a function answers; which facts are meant follows from the condition. */
    static final CelUnknownSet VALUE = CelUnknownSet.create(CelAttribute.create("fact"));

    /** What a field of an entry does, since CEL takes no unknown value from a field. Without a trace: it is no fault. */
    static final Unknown FIELD = new Unknown();

    private Unknown() {
        super("unknown", null, false, false);
    }

    static Object or(@Nullable Object value) {
        return value == null ? VALUE : value;
    }

    static Object or(OptionalInt value) {
        return value.isPresent() ? (Object) (long) value.getAsInt() : VALUE;
    }
}
