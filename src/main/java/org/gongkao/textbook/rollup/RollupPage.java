package org.gongkao.textbook.rollup;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.textbook.BookNames.BookName;

/** 征订汇总页。One screen of books with their figures, the sums, and the places that these come from. */
record RollupPage(
        Brief brief,
        List<Chip> chips,
        List<Row> rows,
        Row sum,
        boolean wholeList,
        String first,
        String next,
        List<PlaceRow> places,
        String export,
        List<String> unconfirmed) {

    /** 汇总页行。One book, or the sum, in figures and as a bar. */
    record Row(BookName book, String ordered, String paid, String onHand, String handedOut, List<Bar> bars) {}

    /** 机构行。One place. */
    record PlaceRow(
            String name, String path, String ordered, String paid, String onHand, String handedOut, List<Bar> bars) {}

    /** 条。A part of a row's bar, in per cent of the widest. */
    record Bar(String tone, String from, String width) {}
}
