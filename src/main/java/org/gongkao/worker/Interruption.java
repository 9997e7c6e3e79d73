package org.gongkao.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.shared.PartialDate;

/** 工龄中断。A time that does not count as service, with its reason. */
public record Interruption(PartialDate begins, PartialDate ends, String reason) {

    private static final Pattern ONE = Pattern.compile("(.+?)(?:至|到|~|～|—|/)([0-9０-９.年月日-]+)[（(]?([^（()）]*)[)）]?");

    /** Reads 2008-03至2009-06（停薪留职）；…; nothing when any part cannot be read. */
    public static Optional<List<Interruption>> parse(String typed) {
        var found = new ArrayList<Interruption>();
        for (var part : typed.split("[；;\\n]")) {
            if (part.isBlank() || part.strip().equals("无")) {
                continue;
            }
            var match = ONE.matcher(part.strip());
            if (!match.matches()) {
                return Optional.empty();
            }
            var begins = PartialDate.parse(match.group(1));
            var ends = PartialDate.parse(match.group(2));
            if (begins.isEmpty() || ends.isEmpty() || ends.get().isSurelyBefore(begins.get())) {
                return Optional.empty();
            }
            found.add(new Interruption(begins.get(), ends.get(), match.group(3).strip()));
        }
        return Optional.of(List.copyOf(found));
    }

    /** As it is kept, and read again. */
    @Override
    public String toString() {
        return begins + "至" + ends + (reason.isEmpty() ? "" : "（" + reason + "）");
    }
}
