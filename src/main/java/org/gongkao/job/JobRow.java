package org.gongkao.job;

import java.util.List;
import java.util.Optional;

/**
 * 任务行。One row that a job was given: its line in the file (counted as the spreadsheet shows it) and its cells. Cells are
 * stored as they stand: a task about persons hands over keys, never identity numbers.
 */
public record JobRow(int line, List<String> cells) {

    public JobRow {
        cells = List.copyOf(cells);
    }

    /** The first cell as the subject of an audit line, where it is a public number and nothing that somebody typed. */
    public Optional<String> subject(String kind) {
        return Optional.of(cell(0))
                .filter(number -> number.matches("[0-9]{11}"))
                .map(number -> kind + ":" + number);
    }

    /** A cell by its place, without the blanks around it; what is missing is empty. */
    public String cell(int place) {
        return place < cells.size() ? cells.get(place).strip() : "";
    }
}
