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
        String sex,
        Level level,
        String occupation,
        LocalDate paidOn) {

    /** The line as it is hashed; each fact on a line of its own, so that none runs into the next. */
    String text() {
        return String.join(
                "\n",
                number,
                Long.toString(person),
                name,
                maskedNumber,
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
