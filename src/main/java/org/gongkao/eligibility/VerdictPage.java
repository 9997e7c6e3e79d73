package org.gongkao.eligibility;

import java.util.List;
import org.gongkao.eligibility.Eligibility.CutOff;
import org.gongkao.eligibility.Verdict.Needed;
import org.gongkao.shared.ConditionLine;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/**
 * The verdict as a worker reads it. {@code answers} go back into the form as hidden fields; {@code toAdd} names what was not
 * answered and could open another path, or is empty; {@code open} says that one can apply now.
 */
record VerdictPage(
        String cycle,
        String subject,
        Heading heading,
        String path,
        List<ConditionLine> conditions,
        List<Way> ways,
        List<PathLine> otherPaths,
        String toAdd,
        List<Needed> materials,
        List<Line> given,
        String cutOffTitle,
        List<CutOff> cutOffs,
        String rules,
        boolean open,
        List<Line> answers) {

    /** The verdict in one line; {@code year} is the earliest, or empty. */
    record Heading(Sign sign, String text, List<String> counts, String yearNote, String year) {}

    /** What would change it: when, what, and how. */
    record Way(boolean now, String what, String how) {}
}
