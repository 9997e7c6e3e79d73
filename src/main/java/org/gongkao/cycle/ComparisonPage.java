package org.gongkao.cycle;

import java.util.List;
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

    record DifferingSection(String title, List<Difference> rows) {}

    int count() {
        return sections.stream().mapToInt(section -> section.rows().size()).sum();
    }
}
