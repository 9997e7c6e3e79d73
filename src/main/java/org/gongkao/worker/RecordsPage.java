package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;

/** The unit's list of its workers' records. */
record RecordsPage(
        Brief brief,
        List<Chip> chips,
        String term,
        List<RecordedRow> rows,
        String shown,
        String first,
        String next,
        String export,
        List<Fault> faults) {}
