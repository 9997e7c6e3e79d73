package org.gongkao.application.roster;

import org.jspecify.annotations.Nullable;

/** What the agency typed about one line. */
record CorrectionForm(
        @Nullable String lineText,
        @Nullable String fact,
        @Nullable String name,
        @Nullable String occupation,
        @Nullable String why) {

    String line() {
        return orEmpty(lineText);
    }

    String reason() {
        return orEmpty(why);
    }

    Correction correction(SeenLine seen) {
        boolean isName = "NAME".equals(fact);
        return new Correction(
                seen.number(),
                isName ? Correction.Fact.NAME : Correction.Fact.OCCUPATION,
                orEmpty(isName ? name : occupation),
                reason());
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
