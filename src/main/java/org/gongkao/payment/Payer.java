package org.gongkao.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 缴费人。Who owes: a person for the own grading, a unit for its textbooks. */
public sealed interface Payer {

    record Person(long id) implements Payer {}

    record Unit(String code) implements Payer {}

    /** 付款人标记。What a channel knows a payer by: only we can resolve it. */
    default String mark() {
        return switch (this) {
            case Person person -> "GK" + person.id();
            case Unit unit -> "GU" + unit.code();
        };
    }

    /** Who is known by this mark. */
    static Payer of(String mark) {
        var rest = mark.substring(2);
        return mark.startsWith("GU") ? new Unit(rest) : new Person(Long.parseLong(rest));
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
