package org.gongkao.application.review;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Sign;

/** The list of files at one desk. */
record QueuePage(
        Brief brief,
        List<Chip> desks,
        List<Chip> levels,
        List<Chip> states,
        String desk,
        String name,
        List<Line> lines,
        String everywhere,
        String export,
        String first,
        String next,
        boolean batch,
        boolean responsible,
        Typed typed,
        List<Fault> faults) {

    /** 已填内容。What was chosen and typed for a batch that was refused, and the list that it was chosen on. */
    record Typed(List<String> chosen, String responsible, String level, String after) {

        boolean isChosen(Line line) {
            return chosen.contains(line.chosen());
        }
    }

    /** 队列行。A file as the list shows it; {@code due} is empty where nobody's turn runs, {@code chosen} what is sent for it. */
    record Line(
            String chosen,
            String path,
            String person,
            String number,
            String unit,
            String choice,
            Sign sign,
            String state,
            String since,
            Sign dueSign,
            String due) {}
}
