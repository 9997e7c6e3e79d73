package org.gongkao.application.filling;

import java.util.List;
import java.util.Map;
import org.gongkao.application.filling.AssistedWorkers.Row;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;

/** 代填申报列表页。The unit's confirmed workers, each with how far this year's file is. */
record AssistanceListPage(
        Brief brief,
        String term,
        Map<String, String> kept,
        List<Chip> chips,
        List<Row> rows,
        String shown,
        String first,
        String next,
        List<Fault> faults) {}
