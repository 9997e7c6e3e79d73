package org.gongkao.application.filling;

import java.util.List;
import org.gongkao.eligibility.VerdictSummary;

/** The verdict on a file as its worker reads it, before handing in. */
record VerdictPage(
        Filler by, String cycle, String subject, VerdictSummary summary, List<Change> changes, boolean open) {

    /** What would change it; {@code now} can be done today. */
    record Change(boolean now, String what, String how) {}
}
