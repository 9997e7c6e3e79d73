package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** Finance's page: what does not agree, which days are to be closed, what came and went by every part. */
record MoneyPage(
        Brief brief,
        String now,
        String sum,
        String sumNote,
        Sign sumSign,
        List<Day> unclosed,
        String more,
        List<Day> closed,
        MoneyFilter filter,
        List<Option> channels,
        List<Option> purposes,
        List<Option> regions,
        List<Option> levels,
        String range,
        String export,
        List<Part> parts,
        List<Fault> faults) {

    /** One day on its way to its close, or closed. */
    record Day(String label, String path, Sign sign, String state, String differences, String sum, String note) {}

    /** Sums by one part: the bars show what the numbers beside them say. */
    record Part(String id, String title, String head, List<Row> rows, Row all, boolean remits) {}

    /** The widths are percent of the longest row. */
    record Row(
            String label,
            String path,
            String kept,
            String refundedFrom,
            String refundedWidth,
            String received,
            String refunded,
            String remitted,
            String left) {}

    boolean empty() {
        return parts.stream().allMatch(part -> part.rows().isEmpty());
    }
}
