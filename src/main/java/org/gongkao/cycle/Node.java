package org.gongkao.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * 方案节点。A place in a year package, with its file, line and dotted path. A missing place is a node too, so that a section
 * reads on and tells all that is wrong at once. Readers answer with a harmless value after they have noted a problem.
 *
 * <p>A list's items are addressed by their {@code code}, {@code number} or {@code name}, else by their position:
 * {@code occupations[S001].levels}.
 */
public final class Node {

    /** 节点类别。What stands at a place. */
    public enum Kind {
        ABSENT,
        SCALAR,
        LIST,
        MAP
    }

    // SMART lets "24:00:00" be the midnight that ends the day, as notices write it.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.SMART);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final String file;
    private final int line;
    private final String path;
    private final Kind kind;
    private final String scalar;
    private final Map<String, Node> children;

    private Node(String file, int line, String path, Kind kind, String scalar, Map<String, Node> children) {
        this.file = file;
        this.line = line;
        this.path = path;
        this.kind = kind;
        this.scalar = scalar;
        this.children = children;
    }

    static Node scalar(String file, int line, String path, String value) {
        return new Node(file, line, path, Kind.SCALAR, value, Map.of());
    }

    static Node map(String file, int line, String path, Map<String, Node> children) {
        return new Node(file, line, path, Kind.MAP, "", children);
    }

    static Node list(String file, int line, String path, Map<String, Node> children) {
        return new Node(file, line, path, Kind.LIST, "", children);
    }

    static Node absent(String file, int line, String path) {
        return new Node(file, line, path, Kind.ABSENT, "", Map.of());
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String path() {
        return path;
    }

    public Kind kind() {
        return kind;
    }

    public boolean present() {
        return kind != Kind.ABSENT;
    }

    /** The place under this key; an absent node where there is none. */
    public Node at(String key) {
        var child = children.get(key);
        return child != null ? child : absent(file, line, path.isEmpty() ? key : path + "." + key);
    }

    /** The children as they stand, without judging. */
    Map<String, Node> children() {
        return children;
    }

    /** A map's entries in their order. */
    public Map<String, Node> entries(Problems problems) {
        if (kind != Kind.MAP) {
            problems.add(this, present() ? "此处应为若干“名称: 值”，请按样例的层次书写。" : "缺少此项，请补上。");
            return Map.of();
        }
        return children;
    }

    /** A list's items in their order. */
    public List<Node> items(Problems problems) {
        if (kind != Kind.LIST) {
            problems.add(this, present() ? "此处应为列表，每项以短横线开头。" : "缺少此项，请补上。");
            return List.of();
        }
        return new ArrayList<>(children.values());
    }

    /** Tells every key that this place does not know: a slip of the pen would otherwise be silently without effect. */
    public Node only(Problems problems, String... keys) {
        if (kind == Kind.MAP) {
            var known = Arrays.asList(keys);
            children.forEach((key, child) -> {
                if (!known.contains(key)) {
                    problems.add(child, "不认识的项目“" + key + "”，可用的有：" + String.join("、", keys) + "。");
                }
            });
        }
        return this;
    }

    public String text(Problems problems) {
        if (kind != Kind.SCALAR || scalar.isBlank()) {
            problems.add(this, present() ? "此处应为文字，且不能为空。" : "缺少此项，请补上。");
            return "";
        }
        return scalar.strip();
    }

    public Optional<String> optionalText() {
        return kind == Kind.SCALAR && !scalar.isBlank() ? Optional.of(scalar.strip()) : Optional.empty();
    }

    public int integer(int least, int most, Problems problems) {
        var text = text(problems);
        if (text.isEmpty()) {
            return least;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException refused) {
            // told below, together with what is out of range
        }
        problems.add(this, "此处应为 " + least + " 至 " + most + " 的整数，现为“" + text + "”。");
        return least;
    }

    /** A day, {@code 2023-03-09}. */
    public LocalDate day(Problems problems) {
        var text = text(problems);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text, DAY);
        } catch (DateTimeParseException refused) {
            problems.add(this, "此处应为日期，如 2023-03-09，现为“" + text + "”。");
            return LocalDate.EPOCH;
        }
    }

    /** An instant to the second in Beijing time, {@code 2023-03-28 24:00:00}. */
    public Instant instant(Problems problems) {
        var text = text(problems);
        try {
            return text.isEmpty()
                    ? Instant.EPOCH
                    : LocalDateTime.parse(text, TIME).atZone(Shanghai.ZONE).toInstant();
        } catch (DateTimeParseException refused) {
            problems.add(this, "此处应为到秒的时间，如 2023-03-28 24:00:00，现为“" + text + "”。");
            return Instant.EPOCH;
        }
    }

    /** One of an enum's constants by its name; empty after a problem was noted. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type, Problems problems) {
        var text = text(problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
        problems.add(this, "“" + text + "”不在可用的值之内，可用的有：" + names + "。");
        return Optional.empty();
    }

    /** Every scalar at or below this place by its path, in the order of the text. */
    public Map<String, String> leaves() {
        var leaves = new LinkedHashMap<String, String>();
        collect(leaves);
        return leaves;
    }

    private void collect(Map<String, String> leaves) {
        if (kind == Kind.SCALAR) {
            leaves.put(path, scalar);
        }
        children.values().forEach(child -> child.collect(leaves));
    }

    /** The same tree with other scalars at some paths; what the tree does not have is left out. */
    Node with(Map<String, String> changed) {
        if (kind == Kind.SCALAR) {
            var value = changed.get(path);
            return value == null ? this : scalar(file, line, path, value);
        }
        var copy = new LinkedHashMap<String, Node>();
        children.forEach((key, child) -> copy.put(key, child.with(changed)));
        return new Node(file, line, path, kind, scalar, copy);
    }

    /** An overlay's word goes before the base's: maps are joined key by key, anything else is replaced whole. */
    Node overlaidBy(@Nullable Node overlay) {
        if (overlay == null || !overlay.present()) {
            return this;
        }
        if (kind != Kind.MAP || overlay.kind != Kind.MAP) {
            return overlay;
        }
        var joined = new LinkedHashMap<>(children);
        overlay.children.forEach((key, child) -> {
            var under = children.get(key);
            joined.put(key, under == null ? child : under.overlaidBy(child));
        });
        return new Node(overlay.file, overlay.line, path, Kind.MAP, "", joined);
    }
}
