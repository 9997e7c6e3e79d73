package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 对账。Holds all open days, and the closed ones for which something came since, against each other anew: what differs is written down,
 * what no longer differs is settled and says why. A closed day's list stays as it was: what is found for it later stands on the
 * first open day.
 */
@Component
class Reconciling {

    private static final String AGREES = "对应的一方已到，金额一致，系统自动了结。";
    private static final String OTHERWISE = "情况已经变化，本条由系统了结，现有的差异另列。";

    private final Matches matches;
    private final DifferenceRows differences;
    private final OpenDays days;

    Reconciling(Matches matches, DifferenceRows differences, OpenDays days) {
        this.matches = matches;
        this.differences = differences;
        this.days = days;
    }

    @Transactional
    public void reconcile(Instant now) {
        reconcile(Optional.empty(), now);
    }

    /** In the closing's own transaction; {@code withoutFiscal} is a day that closes without the treasury's figures. */
    @Transactional
    public void reconcile(Optional<LocalDate> withoutFiscal, Instant now) {
        var open = days.over(now);
        var looked = new LinkedHashSet<>(open);
        days.lastClosed().ifPresent(last -> looked.addAll(matches.late(last)));
        matches.lock();
        var standing = new HashSet<String>();
        if (!looked.isEmpty()) {
            var first = days.first().orElseThrow();
            for (var match : matches.unequal(looked)) {
                for (var found : match.differences()) {
                    note(found, first, standing, now);
                }
            }
            for (var due : matches.fiscal(looked)) {
                if (!due.agrees()
                        && (due.known()
                                || withoutFiscal.filter(due.day()::equals).isPresent())) {
                    note(due.found(), first, standing, now);
                }
            }
        }
        healAllBut(standing, now);
    }

    /** A closed day gets no more rows: neither the two halves of another booking day nor a difference found late. */
    private void note(Found found, LocalDate firstOpen, Set<String> standing, Instant now) {
        standing.add(found.key());
        if (!found.day().isBefore(firstOpen)) {
            differences.find(found, now);
        } else if (found.kind() != DifferenceKind.DAY) {
            differences.find(found.on(firstOpen), now);
        }
    }

    private void healAllBut(Set<String> standing, Instant now) {
        for (var one : differences.allUnsettled()) {
            if (standing.contains(one.kind() + " " + one.channel() + " " + one.mark())) {
                continue;
            }
            var still = one.kind().isFiscal() ? fiscal(one) : movement(one);
            var same = still.stream()
                    .filter(found -> found.kind() == one.kind() && found.mark().equals(one.mark()))
                    .findFirst();
            if (same.isPresent()) {
                differences.find(same.get(), now);
            } else {
                var note = still.stream().allMatch(found -> found.kind() == DifferenceKind.DAY) ? AGREES : OTHERWISE;
                differences
                        .lock(one.id())
                        .filter(row -> row.after(DifferenceAct.HEAL).isPresent())
                        .ifPresent(row ->
                                differences.write(row, DifferenceAct.HEAL, note, row.owner(), Actor.SYSTEM, now));
            }
        }
    }

    private List<Found> movement(Difference one) {
        var direction = one.isOut() ? StatementLine.Kind.OUT : StatementLine.Kind.IN;
        return matches.unequal(one.channel(), direction, one.reference()).stream()
                .flatMap(match -> match.differences().stream())
                .toList();
    }

    private List<Found> fiscal(Difference one) {
        return matches.fiscal(List.of(LocalDate.parse(one.mark()))).stream()
                .filter(due -> due.channel() == one.channel() && !due.agrees())
                .map(Matches.Due::found)
                .toList();
    }
}
