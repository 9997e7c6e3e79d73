package org.gongkao.shared;

import java.math.BigDecimal;

/** 金额。An amount in fen, never negative in a charge. */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money yuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100L));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(fen, count));
    }

    /** As a number in a sheet, with which can be reckoned on. */
    public BigDecimal inYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** {@code ¥1,320.00}, as pages show it. */
    @Override
    public String toString() {
        return (fen < 0 ? "-" : "") + String.format("¥%,d.%02d", Math.abs(fen / 100), Math.abs(fen % 100));
    }
}
