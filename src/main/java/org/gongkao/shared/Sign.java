package org.gongkao.shared;

/**
 * 标记。The shapes by which a page tells a state; each comes with its colour and a word, and never changes its meaning. An
 * enum of states that is shown somewhere says which sign it carries.
 */
public enum Sign {
    /** Disc and tick: met, done, approved, paid. */
    MET("s-met", "is-met"),
    /** Square and cross: not met, returned, overdue. */
    UNMET("s-unmet", "is-unmet"),
    /** Diamond and dots: needs proof. */
    PROOF("s-proof", "is-proof"),
    /** Triangle: due soon, or look here. */
    DUE("s-warn", "is-proof"),
    /** Ring: not yet. */
    REST("s-rest", "is-rest"),
    /** Ring and dot: now. */
    NOW("s-now", "is-now"),
    /** Bars: paused. */
    PAUSED("s-pause", "is-rest"),
    /** Dash: absent, or none. */
    NONE("s-none", "is-rest"),
    /** Disc and tick in grey: over. */
    OVER("s-met", "is-rest");

    private final String symbol;
    private final String tone;

    Sign(String symbol, String tone) {
        this.symbol = symbol;
        this.tone = tone;
    }

    /** The id of the shape in {@code shared/signs.jte}. */
    public String symbol() {
        return symbol;
    }

    /** The class that gives the colour. */
    public String tone() {
        return tone;
    }
}
