package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Fault;

/** A draft being written. */
record DraftPage(
        String title,
        String action,
        String back,
        int seen,
        String base,
        String overlay,
        List<PackagePage.ProblemRow> problems,
        List<Fault> faults) {}
