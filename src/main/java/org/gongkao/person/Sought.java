package org.gongkao.person;

import java.util.Optional;

/** 所找的人。What somebody typed to find a person, as {@link PersonSearch} understood it. */
public sealed interface Sought {

    /** 文字。A name, or a number that the platform itself gives out: it may stand in an address. */
    record Words(String text) implements Sought {}

    /** 号码。Somebody's whole number. Who is nobody's and who is not before the reader must be answered alike. */
    record Whole(Optional<Long> person) implements Sought {}

    /** 有误的号码。Neither the one nor the other: it goes nowhere but back into the field. */
    record Wrong(String sentence) implements Sought {}
}
