package org.gongkao.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.shared.Line;

/**
 * A spreadsheet about persons: what stands in it beside name and ID number, and what is wrong with a line. The reading of
 * names and numbers is the same for all ({@link ReadingSheets}), the work on a line is the {@link org.gongkao.job.Task} of the same bean.
 */
interface PersonSheet {

    /** The last part of its address. */
    String kind();

    String title();

    /** The task that does its lines. */
    String name();

    /** A unit's sheet speaks of its own workers; an agency's of whomever it has issued something to. */
    boolean isOfUnit();

    /** The columns after name and ID number, each with what may stand in it. */
    List<Line> columns(Instant at);

    /** What two lines about one person may not have in common. */
    String sameness(List<String> cells);

    /** Refuses a line with all that is wrong with it; {@code cells} are those of {@link #columns}. */
    void check(List<String> cells, LocalDate birth, Instant at);
}
