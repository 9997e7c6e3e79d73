package org.gongkao.textbook.stock;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;
import org.gongkao.textbook.BookNames.BookName;

/** 教材库存页。What an agency has of each book, and every movement; {@code acting} is whether the reader may book. */
record StockPage(
        Brief brief,
        boolean acting,
        List<Row> rows,
        int copies,
        List<MovementRow> movements,
        String first,
        String next,
        String request,
        ArrivalForm form,
        List<Option> books,
        boolean sample,
        List<Fault> faults) {

    /** 库存页行。One book. */
    record Row(BookName book, int onHand) {}

    /** 变动行。One movement in words; {@code reversible} is whether it can be set right. */
    record MovementRow(
            long id,
            String at,
            String title,
            String kind,
            String quantity,
            String handout,
            String by,
            String note,
            boolean reversible,
            boolean reversed) {}
}
