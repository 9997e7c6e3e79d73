package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table of moves as a page of docs/machines: a Mermaid diagram, and the table itself beside it. */
public final class Diagram {

    /** One row. {@code from} is null for what begins, {@code to} may be a state that only the diagram knows. */
    public record Arrow(String from, String act, String by, String within, String needs, String to) {}

    private final String title;
    private final String source;
    private final Map<String, String> states = new LinkedHashMap<>();

    public Diagram(String title, String source) {
        this.title = title;
        this.source = source;
    }

    public Diagram state(String name, String label) {
        states.put(name, label);
        return this;
    }

    /** {@code first} is where it begins; a state without a way out is where it ends, and every state has a way in. */
    public String page(String first, List<Arrow> arrows) {
        assertThat(reached(first, arrows)).as("states that %s leads to", source).containsAll(states.keySet());
        var page = new StringBuilder();
        page.append("# ")
                .append(title)
                .append("\n\nGenerated from ")
                .append(source)
                .append("; a test fails when it differs.\n\n");
        page.append("```mermaid\nstateDiagram-v2\n");
        states.forEach((name, label) -> page.append("    state \"")
                .append(label)
                .append("\" as ")
                .append(name)
                .append('\n'));
        page.append("    [*] --> ").append(first).append('\n');
        for (var arrow : merged(arrows).entrySet()) {
            page.append("    ")
                    .append(arrow.getKey())
                    .append(" : ")
                    .append(String.join("、", arrow.getValue()))
                    .append('\n');
        }
        states.keySet().stream()
                .filter(state -> arrows.stream().noneMatch(arrow -> arrow.from().equals(state)))
                .forEach(state -> page.append("    ").append(state).append(" --> [*]\n"));
        page.append("```\n\n| 状态 | 动作 | 由谁 | 何时 | 条件 | 之后 |\n|---|---|---|---|---|---|\n");
        for (var arrow : arrows) {
            page.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            label(arrow.from()),
                            arrow.act(),
                            arrow.by(),
                            arrow.within(),
                            arrow.needs(),
                            label(arrow.to())));
        }
        return page.toString();
    }

    private static Set<String> reached(String first, List<Arrow> arrows) {
        var reached = new HashSet<>(Set.of(first));
        boolean further = true;
        while (further) {
            further = false;
            for (var arrow : arrows) {
                further |= reached.contains(arrow.from()) && reached.add(arrow.to());
            }
        }
        return reached;
    }

    private String label(String state) {
        return states.getOrDefault(state, state);
    }

    private static Map<String, LinkedHashSet<String>> merged(List<Arrow> arrows) {
        var merged = new LinkedHashMap<String, LinkedHashSet<String>>();
        for (var arrow : arrows) {
            merged.computeIfAbsent(arrow.from() + " --> " + arrow.to(), key -> new LinkedHashSet<>())
                    .add(arrow.act());
        }
        return merged;
    }
}
