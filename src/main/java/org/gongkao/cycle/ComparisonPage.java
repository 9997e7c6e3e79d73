package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;

/** Two year packages side by side: only what differs. */
record ComparisonPage(
        long id,
        String title,
        String here,
        String other,
        String with,
        List<Option> others,
        List<DifferingSection> sections) {

    record DifferingSection(String title, List<FieldDifference> rows) {}

    /** One field on both sides, empty where it is missing; {@code raw} where only those read it who check the text. */
    record FieldDifference(String label, String before, String after, boolean raw) {

        List<Line> lines(String other, String here) {
            return List.of(
                    new Line(other, before.isEmpty() ? "没有此项" : before),
                    new Line(here, after.isEmpty() ? "没有此项" : after));
        }
    }

    int count() {
        return sections.stream().mapToInt(section -> section.rows().size()).sum();
    }
}
