package org.gongkao.sanction;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Sign;

/** 案件列表页面。One screen of an agency's cases; with a {@code term}, those found by it on all desks. */
record SanctionListPage(
        Brief brief,
        List<Chip> desks,
        String term,
        List<Row> rows,
        String export,
        String first,
        String next,
        List<Fault> faults) {

    /** 案件行。One case; {@code bar} says until when, where there is a bar. */
    record Row(
            String number,
            String person,
            String agency,
            String material,
            Sign sign,
            String state,
            String opened,
            String bar) {}
}
