package org.gongkao.account;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;

/** One request before the one who decides; {@code own} when it is one's own. */
record CorrectionPage(
        Correction row, List<Line> facts, boolean decidable, boolean own, String answer, List<Fault> faults) {}
