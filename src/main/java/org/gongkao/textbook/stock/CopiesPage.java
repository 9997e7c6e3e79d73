package org.gongkao.textbook.stock;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Sign;
import org.gongkao.textbook.BookNames.BookName;

/** 教材领取和发放页。The unit's slips to be received, what it has of each book, and who has got theirs. */
record CopiesPage(
        Brief brief,
        List<HandoutPage.SlipRow> slips,
        List<Row> rows,
        List<PersonRow> people,
        int giveable,
        String shown,
        String first,
        String next) {

    /** 领取行。One book of the unit. */
    record Row(BookName book, int ordered, int received, int given) {}

    /** 发放人员行。One who opted in, and whether the book was given. */
    record PersonRow(
            String number, String name, String title, Sign sign, String state, boolean giveable, boolean given) {}
}
