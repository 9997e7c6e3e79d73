package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;

/** A worker's own unit: what it says, and the choice of another while it has not confirmed. */
record MyUnitPage(
        Standing standing,
        List<Line> facts,
        boolean changeable,
        String term,
        List<Option> units,
        String note,
        List<Fault> faults) {}
