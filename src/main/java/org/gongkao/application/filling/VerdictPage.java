package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.eligibility.PathLine;
import org.gongkao.eligibility.Verdict.Needed;
import org.gongkao.shared.ConditionLine;
import org.gongkao.shared.Sign;

/** The verdict on a file as its worker reads it, before handing in; {@code year} is the earliest, or empty. */
record VerdictPage(
        String cycle,
        String subject,
        Sign sign,
        String heading,
        String counts,
        String yearNote,
        String year,
        String path,
        List<ConditionLine> conditions,
        List<Change> changes,
        List<PathLine> otherPaths,
        List<Needed> materials,
        String rules,
        boolean open) {

    /** What would change it; {@code now} can be done today. */
    record Change(boolean now, String what, String how) {}
}
