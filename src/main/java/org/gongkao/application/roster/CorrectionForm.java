package org.gongkao.application.roster;

import java.util.Arrays;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What the agency typed about one line. */
record CorrectionForm(
        @Nullable String lineText,
        @Nullable String fact,
        @Nullable String name,
        @Nullable String number,
        @Nullable String occupation,
        @Nullable String why) {

    String line() {
        return orEmpty(lineText);
    }

    String reason() {
        return orEmpty(why);
    }

    Correction correction(SeenLine seen) {
        var chosen = Arrays.stream(Correction.Fact.values())
                .filter(one -> one.name().equals(fact))
                .findFirst()
                .orElseThrow(() -> new Refusal(RosterRefusal.FACT_MISSING));
        var value = switch (chosen) {
            case NAME -> name;
            case NUMBER -> number;
            case OCCUPATION -> occupation;
            case LEVEL -> "";
        };
        return new Correction(seen.number(), chosen, orEmpty(value).strip(), reason());
    }

    /** For the page that asks again. */
    RosterPage.Typed typed(String line) {
        return new RosterPage.Typed(line, orEmpty(fact), orEmpty(name), orEmpty(number), orEmpty(occupation), reason());
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
