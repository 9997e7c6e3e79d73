package org.gongkao.textbook.stock;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Sign;
import org.gongkao.textbook.BookNames.BookName;

/** 单位教材页。How far one unit's books are, what goes out to it now, and its slips. */
record HandoutPage(
        String unitCode,
        String unitName,
        Brief brief,
        List<Row> rows,
        boolean acting,
        String request,
        List<SlipRow> slips,
        List<Fault> faults) {

    /** 单位教材页行。One book; {@code typed} stands in its field, which is there only while something is open. */
    record Row(
            BookName book,
            String field,
            int ordered,
            int paid,
            int handedOut,
            int received,
            int given,
            int onHand,
            boolean open,
            String typed) {}

    /** 发放单行。One slip in words; {@code mine} is whether the reader may end it now. */
    record SlipRow(
            String number, String at, String by, String books, Sign sign, String state, String ended, boolean mine) {}

    boolean any() {
        return rows.stream().anyMatch(Row::open);
    }
}
