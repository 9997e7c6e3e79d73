package org.gongkao.textbook;

import org.gongkao.shared.Level;
import org.jspecify.annotations.Nullable;

/** 征订人。An approved worker and what was chosen; {@code wanted} is null while nothing was. */
record Orderer(
        String number,
        long person,
        String unitCode,
        int year,
        Level level,
        String occupation,
        boolean paid,
        @Nullable Boolean wanted) {

    boolean orders() {
        return paid && Boolean.TRUE.equals(wanted);
    }
}
