package org.gongkao.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table of people in cases.txt: each line is a test with its own name. */
class CasesTest {

    /** One line of the table. */
    record Case(String overall, String path, String year, String title, String facts, List<String> results) {

        static Case of(String line) {
            var cells = line.split("\\|", -1);
            var results = new ArrayList<String>();
            for (var one : cells.length > 5 ? cells[5].strip().split(",") : new String[0]) {
                if (one.contains("=")) {
                    results.add(one.strip());
                }
            }
            return new Case(
                    cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), results);
        }

        void holds(String overall, @Nullable String path, @Nullable String year, List<String> results) {
            assertThat(results).as(title).containsAll(this.results);
            assertThat(overall).as("%s %s", title, results).isEqualTo(this.overall);
            assertThat(path == null ? "-" : path).as(title).isEqualTo(this.path);
            assertThat(year == null ? "-" : year)
                    .as("earliest year of %s", title)
                    .isEqualTo(this.year);
        }
    }

    static List<Case> cases() throws IOException {
        try (var in = CasesTest.class.getResourceAsStream("/eligibility/cases.txt")) {
            if (in == null) {
                throw new IllegalStateException("no cases");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> each_person_is_judged_as_the_table_says() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.title, () -> holds(one)));
    }

    private static void holds(Case one) {
        var verdict = Given.judge(one.facts);
        one.holds(
                verdict.overall().word(),
                verdict.path(),
                verdict.earliestYear() == null ? null : verdict.earliestYear().toString(),
                verdict.conditions().stream()
                        .map(condition ->
                                condition.id() + "=" + condition.result().word())
                        .toList());
    }
}
