package org.gongkao.application.closing;

import java.util.List;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 汇总名单页。The frozen list of a version, a screen at a time; {@code checked} is what recomputing its hash came to. */
record ClosedListPage(
        String agencyCode,
        String agencyName,
        int version,
        int total,
        List<Line> facts,
        Sign checkedSign,
        String checked,
        List<Row> rows,
        String first,
        String next) {

    /** 名单行。One file; its page is open to the offices on its way. */
    record Row(String number, String level, String occupation, Sign sign, String conclusion) {}
}
