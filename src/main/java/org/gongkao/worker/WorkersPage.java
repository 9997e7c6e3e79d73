package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;

/** The unit's list of workers. */
record WorkersPage(
        Brief brief,
        List<Chip> chips,
        String term,
        List<WorkerRow> rows,
        String shown,
        String first,
        String next,
        List<Fault> faults) {}
