package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Sign;
import org.gongkao.textbook.BookCode;
import org.jspecify.annotations.Nullable;

/** 发放单。What an agency handed out to a unit at one time, and how it ended: received by name and time, or taken back. */
record Handout(
        long id,
        String number,
        String unitCode,
        String agencyCode,
        int year,
        String by,
        Instant at,
        @Nullable HandoutAct ended,
        String endedBy,
        @Nullable Instant endedAt,
        String reason,
        List<Line> lines) {

    /** 发放行。One book of a slip. */
    record Line(BookCode book, int quantity) {}

    boolean isOpen() {
        return ended == null;
    }

    Sign sign() {
        return ended == null ? Sign.DUE : ended == HandoutAct.RECEIVE ? Sign.MET : Sign.NONE;
    }

    String state() {
        return ended == null ? "待单位签收" : ended.label();
    }

    int copies() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }
}
