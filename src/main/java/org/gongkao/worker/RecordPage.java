package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;

/** One worker's record before the unit's clerk. */
record RecordPage(
        RecordedRow row,
        RecordView record,
        List<Line> history,
        AppraisalForm form,
        List<Option> results,
        List<Option> filed,
        List<Fault> faults) {}
