package org.gongkao.payment;

/** 了结结果。What became of the wish to end a charge without money. */
public enum Settlement {
    /** The money is there; there is nothing to end. */
    SETTLED,
    /** The channel, or finance, has not answered yet: hold, and ask again. */
    UNKNOWN,
    /** Nothing was paid and nothing can be paid any more. */
    LAPSED
}
