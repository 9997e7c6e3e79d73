package org.gongkao.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 缴费人。Who owes: a person for the own grading, a unit for its textbooks. */
public sealed interface Payer {

    /** What the mark of a person, and that of a unit, begins with. */
    String PERSON_MARK = "GK";

    String UNIT_MARK = "GU";

    record Person(long id) implements Payer {}

    record Unit(String code) implements Payer {}

    /** 付款人标记。What a channel knows a payer by: only we can resolve it. */
    default String mark() {
        return switch (this) {
            case Person person -> PERSON_MARK + person.id();
            case Unit unit -> UNIT_MARK + unit.code();
        };
    }

    /** Who is known by this mark. */
    static Payer of(String mark) {
        return mark.startsWith(UNIT_MARK)
                ? new Unit(mark.substring(UNIT_MARK.length()))
                : new Person(Long.parseLong(mark.substring(PERSON_MARK.length())));
    }

    /** As a row has it: the one or the other. */
    static Payer of(@Nullable Long person, @Nullable String unit) {
        return unit != null ? new Unit(unit) : new Person(Objects.requireNonNull(person));
    }

    default @Nullable Long person() {
        return this instanceof Person person ? person.id() : null;
    }

    default @Nullable String unit() {
        return this instanceof Unit unit ? unit.code() : null;
    }
}
