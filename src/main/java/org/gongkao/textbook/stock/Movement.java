package org.gongkao.textbook.stock;

import java.time.Instant;
import org.gongkao.textbook.BookCode;

/** 库存变动。One line of an agency's stock book; {@code quantity} is below nothing for what goes out. */
record Movement(
        long id,
        BookCode book,
        MovementKind kind,
        int quantity,
        String handout,
        boolean reversed,
        String note,
        String by,
        Instant at) {

    boolean isReversible() {
        return kind == MovementKind.ARRIVE && !reversed;
    }
}
