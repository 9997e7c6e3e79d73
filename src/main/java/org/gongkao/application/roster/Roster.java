package org.gongkao.application.roster;

import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Sha256;

/** 花名册。All approved and paid workers of one unit in one year, as they stand now or as they were frozen. */
record Roster(String unitCode, int year, List<RosterLine> lines) {

    Roster {
        lines = List.copyOf(lines);
    }

    /** What the stamp vouches for: the same lines give the same hash, whoever prints them and whenever. */
    String hash() {
        var text = new StringBuilder(unitCode + "\n" + year + "\n");
        lines.forEach(line -> text.append(line.text()));
        return Sha256.of(text.toString());
    }

    Optional<RosterLine> line(String number) {
        return lines.stream().filter(line -> line.number().equals(number)).findFirst();
    }

    /**
     * The same with this one line as it reads now, where it is on it: a correction vouches for nothing else, least of all for
     * who has come since and was confirmed by nobody.
     */
    Optional<Roster> with(RosterLine corrected) {
        return line(corrected.number())
                .map(before -> new Roster(
                        unitCode,
                        year,
                        lines.stream()
                                .map(line -> line.equals(before) ? corrected : line)
                                .toList()));
    }
}
