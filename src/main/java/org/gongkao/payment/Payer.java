package org.gongkao.payment;

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

    default @Nullable Long person() {
        return this instanceof Person person ? person.id() : null;
    }

    default @Nullable String unit() {
        return this instanceof Unit unit ? unit.code() : null;
    }
}
