package org.gongkao.application.roster;

import java.time.LocalDate;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sha256;

/** 花名册行。One approved and paid worker, as the unit is asked to confirm it. */
record RosterLine(
        String number,
        long person,
        String name,
        String maskedNumber,
        int numberCorrections,
        String sex,
        Level level,
        String occupation,
        LocalDate paidOn) {

    /**
     * The line as it is hashed; each fact on a line of its own, so that none runs into the next. A corrected number can have
     * the mask that the wrong one had, and must be confirmed again all the same.
     */
    String text() {
        return String.join(
                "\n",
                number,
                Long.toString(person),
                name,
                numberCorrections == 0 ? maskedNumber : maskedNumber + " " + numberCorrections,
                sex,
                level.label(),
                occupation,
                paidOn.toString(),
                "");
    }

    /** A check counts only while the line reads as it did. */
    String hash() {
        return Sha256.of(text());
    }
}
