package org.gongkao.job;

import java.util.List;

/**
 * 任务行。One row that a job was given: its line in the file (counted as the spreadsheet shows it) and its cells. Cells are
 * stored as they stand: a task about persons hands over keys, never identity numbers.
 */
public record JobRow(int line, List<String> cells) {

    public JobRow {
        cells = List.copyOf(cells);
    }

    /** A cell by its place, without the blanks around it; what is missing is empty. */
    public String cell(int place) {
        return place < cells.size() ? cells.get(place).strip() : "";
    }
}
