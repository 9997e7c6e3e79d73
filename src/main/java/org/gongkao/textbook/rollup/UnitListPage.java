package org.gongkao.textbook.rollup;

import java.util.List;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Sign;

/** 各单位教材页。One screen of units and how far each is. */
record UnitListPage(List<Chip> chips, List<Row> rows, String first, String next, boolean filtered) {

    /** 单位行。One unit. */
    record Row(
            String unitCode,
            String unitName,
            int version,
            String amount,
            String ordered,
            String paid,
            String handedOut,
            String received,
            Sign sign,
            String state) {}
}
