package org.gongkao.cycle;

import java.util.ArrayList;
import java.util.List;

/** 章节文本。One section in a package's text, line by line: comments and sections around it stay as they were written. */
final class SectionText {

    private SectionText() {}

    static boolean has(String text, String key) {
        return text.lines().anyMatch(line -> begins(line, key));
    }

    /** The text with this section, and the comment right above it, replaced by a block that begins with the key. */
    static String replaced(String text, String key, String block) {
        var lines = text.lines().toList();
        int at = 0;
        while (at < lines.size() && !begins(lines.get(at), key)) {
            at++;
        }
        int end = Math.min(at + 1, lines.size());
        while (end < lines.size() && !isKey(lines.get(end))) {
            end++;
        }
        // What stands right above the next section is about that one.
        while (end < lines.size() && end > at + 1 && isBetween(lines.get(end - 1))) {
            end--;
        }
        int from = at;
        while (from > 0 && lines.get(from - 1).startsWith("#")) {
            from--;
        }
        var made = new ArrayList<>(lines.subList(0, from));
        made.addAll(block.lines().toList());
        made.addAll(rest(lines, end));
        return String.join("\n", made) + "\n";
    }

    private static List<String> rest(List<String> lines, int from) {
        return lines.subList(from, lines.size());
    }

    private static boolean begins(String line, String key) {
        return line.startsWith(key + ":");
    }

    private static boolean isKey(String line) {
        return !isBetween(line) && !Character.isWhitespace(line.charAt(0));
    }

    private static boolean isBetween(String line) {
        return line.isBlank() || line.startsWith("#");
    }
}
