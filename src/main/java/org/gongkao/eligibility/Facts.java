package org.gongkao.eligibility;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 申报事实。What is known of one person for one application. What is not in it is unknown, and a rule that asks for it answers
 * unknown. Carries no name and no ID number.
 */
public final class Facts {

    public static final Facts NONE = new Facts(new EnumMap<>(Fact.class));

    private final Map<Fact, Object> known;

    private Facts(Map<Fact, Object> known) {
        this.known = Collections.unmodifiableMap(known);
    }

    /** All these facts at once; what a fact cannot be is refused as by {@link #with}. */
    static Facts of(Map<Fact, Object> all) {
        var known = new EnumMap<Fact, Object>(Fact.class);
        all.forEach((fact, value) -> known.put(fact, checked(fact, value)));
        return new Facts(known);
    }

    /** These facts and one more; null makes it unknown. */
    public Facts with(Fact fact, @Nullable Object value) {
        var copy = new EnumMap<Fact, Object>(Fact.class);
        copy.putAll(known);
        if (value == null) {
            copy.remove(fact);
        } else {
            copy.put(fact, checked(fact, value));
        }
        return new Facts(copy);
    }

    /** A list is given whole; {@link #none} says that there is none. */
    public Facts list(Fact fact, Entry... entries) {
        return with(fact, List.of(entries));
    }

    public Facts none(Fact list) {
        return with(list, List.of());
    }

    private static Object checked(Fact fact, Object value) {
        if (!fact.takes(value)) {
            throw new IllegalArgumentException(fact + " cannot be " + value);
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }

    public boolean knows(Fact fact) {
        return known.containsKey(fact);
    }

    public Optional<Object> value(Fact fact) {
        return Optional.ofNullable(known.get(fact));
    }

    /** All that is known, in the order of {@link Fact}. */
    public Map<Fact, Object> known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && known.equals(facts.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }
}
