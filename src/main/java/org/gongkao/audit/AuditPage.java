package org.gongkao.audit;

import java.util.List;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** What the auditor sees: the search as typed, the lines found, and where to go on. */
record AuditPage(
        SearchForm form,
        List<Fault> faults,
        List<Chip> kinds,
        List<Option> subjects,
        List<Row> rows,
        String first,
        String next,
        String export) {

    /** One line. {@code business} is empty when both clocks said the same. */
    record Row(
            String machine,
            String business,
            Sign sign,
            String kind,
            String act,
            String subject,
            String who,
            String office,
            String detail) {}
}
