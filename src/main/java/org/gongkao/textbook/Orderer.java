package org.gongkao.textbook;

import org.jspecify.annotations.Nullable;

/**
 * 征订人。An approved worker and what was chosen; {@code wanted} is null while nothing was, {@code given} is the book that the
 * unit has recorded as handed over.
 */
public record Orderer(
        String number,
        long person,
        String unitCode,
        int year,
        BookCode book,
        String occupation,
        boolean paid,
        @Nullable Boolean wanted,
        @Nullable BookCode given) {

    public boolean orders() {
        return paid && Boolean.TRUE.equals(wanted);
    }
}
