package org.gongkao.application.closing;

import java.util.List;
import org.gongkao.shared.Line;

/** 汇总表纸质件。The sheet that is stamped; its foot carries version and hash. The list is on it where it is not too long. */
record ClosingSheet(
        String title,
        String agencyName,
        String to,
        String responsible,
        String counts,
        int total,
        String closedAt,
        String foot,
        String hash,
        List<ClosingPage.Table> tables,
        List<Line> outstanding,
        List<Member> members,
        List<Row> rows) {

    /** 名单最多随纸质件打印的行数。A longer list goes as a spreadsheet; the hash on the sheet vouches for it. */
    static final int MOST_ROWS = 1_000;

    /** 所辖行。A county on paper. */
    record Member(String name, String version, int total, int approved, int rejected, String hash) {}

    /** 纸质件行。One file on paper. */
    record Row(int place, String number, String level, String occupation, String conclusion) {}
}
