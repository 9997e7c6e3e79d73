package org.gongkao.cycle;

import java.util.List;
import org.gongkao.cycle.CyclesPage.AmendmentRow;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** One year package, whole. */
record PackagePage(
        Brief brief,
        long id,
        int rowVersion,
        String title,
        Sign sign,
        String state,
        List<Line> facts,
        List<Offer> offers,
        List<ProblemRow> problems,
        List<ProblemRow> toConfirm,
        List<SectionPart> sections,
        List<AmendmentRow> amendments,
        List<Option> others,
        List<Line> history) {

    /**
     * An act that the table of moves offers; with a sentence it asks once more before it is done. What it still needs closes
     * it and says why.
     */
    record Offer(String label, String path, String sentence, String closed) {

        boolean isClosed() {
            return !closed.isEmpty();
        }

        boolean asksOnceMore() {
            return !sentence.isEmpty();
        }
    }

    record ProblemRow(String file, String line, String field, String sentence) {}

    /** Why acts are closed, in one line. */
    String why() {
        return String.join("", offers.stream().map(Offer::closed).toList());
    }

    /** A section as lines; {@code open} when it is unfolded from the start, {@code sheet} where a draft's is filled from one. */
    record SectionPart(String title, boolean open, String sheet, List<FieldGroup> groups) {

        int count() {
            return groups.stream().mapToInt(group -> group.rows().size()).sum();
        }
    }

    /** The fields of one thing, under its name where it has several; what only those read who check the text is folded away. */
    record FieldGroup(String name, String unconfirmed, List<FieldRow> rows, List<Line> raw) {}

    /** A field and its value, or those of a list, with the reason where it is 待确认. */
    record FieldRow(String label, List<String> values, String unconfirmed) {

        /** Words of a list stand side by side, whole sentences below one another. */
        private static final int WORD = 8;

        List<String> lines() {
            return values.stream().anyMatch(value -> value.length() > WORD)
                    ? values
                    : List.of(String.join("、", values));
        }
    }
}
