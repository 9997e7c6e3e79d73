package org.gongkao.application.roster;

import java.util.Optional;

/** 所见行。A line by its file's number and the hash of what was on the screen. */
record SeenLine(String number, String hash) {

    /** As a page writes it: {@code number~hash}. */
    static Optional<SeenLine> parse(String text) {
        int between = text.indexOf('~');
        return between < 1
                ? Optional.empty()
                : Optional.of(new SeenLine(text.substring(0, between), text.substring(between + 1)));
    }

    static String of(RosterLine line) {
        return line.number() + "~" + line.hash();
    }
}
