package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.application.filling.AssistedWorkers.Row;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.application.filling.HomePage.Task;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/** 代填页。One worker's file as the unit's clerk fills it in, or why there is nothing to fill in. */
record AssistancePage(
        Filler by,
        Row row,
        Brief brief,
        boolean begin,
        int version,
        List<Task> tasks,
        List<Asked> defects,
        String notYet,
        boolean ready,
        boolean registered,
        List<Line> facts,
        List<Line> history,
        List<Fault> faults) {

    /** There is a file, and it is the clerk's to fill in. */
    boolean begun() {
        return !tasks.isEmpty();
    }
}
