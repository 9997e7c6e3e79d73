package org.gongkao.worker;

import java.util.List;

/** The list of changes of unit, and whether this office can ask for one. */
record MovesPage(List<MoveRow> rows, boolean canRequest, String first, String next) {

    /** 调动行。 */
    record MoveRow(UnitMove move, String name, String from, String to) {}
}
