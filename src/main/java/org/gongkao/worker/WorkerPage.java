package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/** One worker before the unit's clerk: the facts to compare, and the two acts while they are open, or why they are not this clerk's. */
record WorkerPage(
        WorkerRow row,
        List<Line> facts,
        boolean decidable,
        String why,
        String reason,
        String revealReason,
        String number,
        List<Fault> faults) {}
