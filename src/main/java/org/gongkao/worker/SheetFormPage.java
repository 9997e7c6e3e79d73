package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.jspecify.annotations.Nullable;

/** The page from which a spreadsheet about persons is checked and read in. */
record SheetFormPage(
        String kind,
        String title,
        String back,
        List<Line> columns,
        String limit,
        String accept,
        int most,
        @Nullable SheetCheck checked,
        List<Fault> faults) {}
