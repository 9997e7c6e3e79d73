package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/** One change of unit: what is asked, what each side has said, and what this office can do. */
record MovePage(
        UnitMove move,
        List<Line> facts,
        List<Line> history,
        List<UnitMoveRules.Move> offered,
        boolean askReason,
        boolean askRoute,
        String reason,
        String route,
        List<Fault> faults) {}
