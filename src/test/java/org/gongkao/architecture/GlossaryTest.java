package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One term, one word: the Javadoc of every public type opens with its Chinese term, and the glossary is made of these. */
class GlossaryTest {

    /** The Javadoc right before a public type, with any annotations between. */
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?((?:^[ \\t]*@[A-Za-z.]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*)"
                    + "^( *)public (?:(?:final|sealed|non-sealed|abstract|static) )*"
                    + "(?:class|record|interface|enum|@interface) ([A-Za-z]+)",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern OPENING = Pattern.compile("^\\s*\\*?\\s*([\\p{IsHan}、·()/-]{2,24}?)[。,,:]");

    record Term(String type, String module, String chinese) {}

    private static Stream<Term> terms(List<String> without) {
        return Sources.java().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .flatMap(file -> {
                    var found = new ArrayList<Term>();
                    var types = PUBLIC_TYPE.matcher(Sources.text(file));
                    while (types.find()) {
                        var outer = file.getFileName().toString().replace(".java", "");
                        var name = types.group(3).isEmpty() ? types.group(4) : outer + "." + types.group(4);
                        var opening = OPENING.matcher(types.group(1) == null ? "" : types.group(1));
                        if (opening.find()) {
                            found.add(new Term(name, Sources.module(file), opening.group(1)));
                        } else if (!isMachinery(file, name)) {
                            without.add(Sources.JAVA.relativize(file) + " " + name);
                        }
                    }
                    return found.stream();
                });
    }

    /** Types that name nothing of the domain. */
    private static boolean isMachinery(Path file, String name) {
        return name.endsWith("Refusal")
                || name.endsWith("Section")
                || List.of("Gongkao", "Pages", "Faults", "Problems").contains(name)
                || List.of("demo", "web").contains(Sources.module(file));
    }

    @Test
    void every_public_type_opens_with_its_term() {
        var without = new ArrayList<String>();
        terms(without).toList();
        assertThat(without)
                .as("public types whose Javadoc does not open with a Chinese term and 。")
                .isEmpty();
    }

    @Test
    void one_term_one_type() {
        var byTerm = new TreeMap<String, List<String>>();
        var byType = new TreeMap<String, List<String>>();
        terms(new ArrayList<>()).filter(term -> !term.module().equals("demo")).forEach(term -> {
            byTerm.computeIfAbsent(term.chinese(), key -> new ArrayList<>()).add(term.module() + "." + term.type());
            byType.computeIfAbsent(term.type(), key -> new ArrayList<>()).add(term.module() + ":" + term.chinese());
        });
        byTerm.values().removeIf(types -> types.size() == 1);
        byType.values().removeIf(list -> list.size() == 1);
        assertThat(byTerm).as("terms with two types").isEmpty();
        assertThat(byType).as("type names with two terms").isEmpty();
    }

    @Test
    void the_glossary_is_made_of_the_javadocs() {
        var glossary = new StringBuilder("| 术语 | identifier | module |\n|---|---|---|\n");
        terms(new ArrayList<>())
                .filter(term -> !term.module().equals("demo"))
                .sorted(java.util.Comparator.comparing(Term::module).thenComparing(Term::type))
                .forEach(term ->
                        glossary.append("| %s | `%s` | %s |\n".formatted(term.chinese(), term.type(), term.module())));
        Committed.part(Path.of("DOMAIN.md"), "glossary", glossary.toString());
    }
}
