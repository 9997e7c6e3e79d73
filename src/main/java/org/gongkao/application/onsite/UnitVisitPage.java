package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** 单位现场审查页。The unit's files that are marked, and the times at which they can be brought together. */
record UnitVisitPage(Brief brief, List<Row> rows, List<Option> slots, String first, String next, List<Fault> faults) {

    /** 单位列表行。One file; {@code choose} when a time can be booked for it, {@code cancel} while it can be given up. */
    record Row(
            String number,
            String person,
            String choice,
            String wanted,
            VisitWords.Standing standing,
            String when,
            String receipt,
            boolean choose,
            boolean cancel) {}

    boolean any() {
        return rows.stream().anyMatch(Row::choose);
    }
}
