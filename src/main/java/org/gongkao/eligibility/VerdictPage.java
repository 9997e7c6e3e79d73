package org.gongkao.eligibility;

import java.util.List;
import org.gongkao.eligibility.Eligibility.CutOff;
import org.gongkao.shared.Line;

/**
 * The verdict as a worker reads it. {@code answers} go back into the form as hidden fields; {@code toAdd} names what was not
 * answered and could open another path, or is empty; {@code open} says that one can apply now.
 */
record VerdictPage(
        String cycle,
        String subject,
        VerdictSummary summary,
        List<Way> ways,
        String toAdd,
        List<Line> given,
        String cutOffTitle,
        List<CutOff> cutOffs,
        boolean open,
        List<Line> answers) {

    /** What would change it: when, what, and how. */
    record Way(boolean now, String what, String how) {}
}
