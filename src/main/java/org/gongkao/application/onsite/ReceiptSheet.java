package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.shared.Line;

/** 原件交接单。The paper that goes with originals; {@code takenBy} is empty while they lie at the agency. */
record ReceiptSheet(String title, String number, List<Line> facts, List<Row> rows, String takenBy) {

    /** 交接行。One original, and what was found on it. */
    record Row(int place, String label, int pages, String found) {}
}
