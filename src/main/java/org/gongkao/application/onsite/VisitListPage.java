package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;

/** 现场审查列表页。One list of an agency; {@code day} is empty where the list is not of one day. */
record VisitListPage(
        Brief brief,
        List<Chip> desks,
        String day,
        String dayWords,
        List<Line> lines,
        String empty,
        String first,
        String next) {

    /** 列表行。One file, with the time and a further word: the place, the receipt, or the office that has the originals. */
    record Line(
            String number,
            String person,
            String choice,
            String unit,
            String time,
            String more,
            VisitWords.Standing standing) {}
}
