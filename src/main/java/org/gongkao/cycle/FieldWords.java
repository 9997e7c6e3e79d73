package org.gongkao.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;

/**
 * What the fields of one package are called, and their values, in the words of its sections: the pages know neither the paths of
 * the text nor the codes in it.
 */
record FieldWords(PackageReader reader, Node root) {

    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d))(?: (\\d\\d:\\d\\d)(:\\d\\d)?)?");
    private static final String NOTES = "unconfirmed";

    /** A slip of the pen in a draft: the list of problems tells it with its line. */
    private static final String UNKNOWN = "不认识的项目";

    private static final List<Option> WHETHER = List.of(Option.of("true", "是"), Option.of("false", "否"));
    private static final List<Option> LEVELS = Stream.of(Level.values())
            .map(level -> Option.of(level.name(), level.full()))
            .toList();

    /** A note on what is not confirmed is called by its field. */
    String label(String path) {
        var field = path.startsWith(NOTES + "[")
                ? path.substring(NOTES.length() + 1, path.length() - 1)
                : path.startsWith(NOTES + ".") ? path.substring(NOTES.length() + 1) : path;
        return reader.sectionOf(field)
                .map(section -> section.key().equals(field) ? section.title() : section.label(root, field))
                .filter(said -> !said.equals(field))
                .orElse(UNKNOWN);
    }

    /** In the section's words; what every section may hold, such as a day or whether something is so, in the house's. */
    String shown(String path, String scalar) {
        var said = reader.sectionOf(path)
                .map(section -> section.show(root, path, scalar))
                .orElse(scalar);
        if (!said.equals(scalar)) {
            return said;
        }
        var time = TIME.matcher(scalar);
        if (time.matches()) {
            var second = time.group(3);
            return Shanghai.date(LocalDate.parse(time.group(1)))
                    + (second == null ? "" : " " + time.group(2) + (second.equals(":00") ? "" : second));
        }
        return common(scalar).stream()
                .filter(word -> word.value().equals(scalar))
                .map(Option::label)
                .findFirst()
                .orElse(scalar);
    }

    /** What may be chosen in the place of a value that is one of few words. */
    List<Option> words(String path, String scalar) {
        var own = reader.sectionOf(path).map(section -> section.words(path)).orElse(List.of());
        return own.isEmpty() ? common(scalar) : own;
    }

    private static List<Option> common(String scalar) {
        return Stream.of(WHETHER, LEVELS)
                .filter(words -> words.stream().anyMatch(word -> word.value().equals(scalar)))
                .findFirst()
                .orElse(List.of());
    }

    boolean isKnown(String path) {
        return !label(path).equals(UNKNOWN);
    }

    boolean isRaw(String path) {
        return !isKnown(path)
                || reader.sectionOf(path).map(section -> section.raw(path)).orElse(false);
    }

    Difference of(Difference raw) {
        return new Difference(
                raw.field(), label(raw.field()), shown(raw.field(), raw.before()), shown(raw.field(), raw.after()));
    }

    List<Difference> of(List<Difference> raw) {
        var said = new ArrayList<Difference>();
        raw.forEach(one -> said.add(of(one)));
        return List.copyOf(said);
    }
}
