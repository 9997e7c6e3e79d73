package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What has to be counted over entries: years at a level, in one piece or together, and grades of years. */
final class Clocks {

    private Clocks() {}

    /** A field of the entry of that year; null where the year or the field is not given. */
    static @Nullable Object ofYear(List<?> appraisals, long year, String field) {
        for (var one : appraisals) {
            if (one instanceof EntryValue entry && entry.find("year").equals(Optional.of(year))) {
                return entry.find(field).orElse(null);
            }
        }
        return null;
    }

    /** Whether at least so many of the last years are 优秀; null where that depends on a year that is not known. */
    static @Nullable Boolean excellentAtLeast(List<?> appraisals, long year, long span, long count, boolean members) {
        long sure = 0;
        long possible = 0;
        for (long back = 1; back <= span; back++) {
            var grade = ofYear(appraisals, year - back, "grade");
            var member = members ? ofYear(appraisals, year - back, "outstandingMember") : Boolean.FALSE;
            if (grade == AppraisalGrade.EXCELLENT || Boolean.TRUE.equals(member)) {
                sure++;
            } else if (grade == null || member == null) {
                possible++;
            }
        }
        if (sure >= count) {
            return true;
        }
        return sure + possible >= count ? null : Boolean.FALSE;
    }

    /** The earliest day of a certificate of that level in one of those trades; null where there is none or it is not known. */
    static @Nullable Days obtained(List<?> certificates, long level, List<?> trades) {
        Days earliest = null;
        for (var one : certificates) {
            if (one instanceof EntryValue entry && fits(entry, level, trades) != Fit.NO) {
                var day = entry.find("obtained").orElse(null);
                if (!(day instanceof Days days) || fits(entry, level, trades) == Fit.MAYBE) {
                    return null;
                }
                earliest = earliest == null || days.first().isBefore(earliest.first()) ? days : earliest;
            }
        }
        return earliest;
    }

    /** Years since the certificate: none without one. */
    static OptionalInt levelYears(List<?> certificates, long level, List<?> trades, Days until, Counting counting) {
        var since = obtained(certificates, level, trades);
        return since == null ? withoutDate(certificates, level, trades) : counting.years(since, until);
    }

    /** Why there is no date: no certificate at all makes none, a certificate not fully known leaves it open. */
    static OptionalInt withoutDate(List<?> certificates, long level, List<?> trades) {
        boolean none = certificates.stream()
                .allMatch(one -> one instanceof EntryValue entry && fits(entry, level, trades) == Fit.NO);
        return none ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private enum Fit {
        YES,
        NO,
        MAYBE
    }

    private static Fit fits(EntryValue certificate, long level, List<?> trades) {
        var held = certificate.find("level").orElse(null);
        var trade = certificate.find("occupation").orElse(null);
        if (held != null && !held.equals(level) || trade != null && !trades.contains(trade)) {
            return Fit.NO;
        }
        return held == null || trade == null ? Fit.MAYBE : Fit.YES;
    }

    /** A time of work, cut to begin with the certificate. */
    private record Stretch(Days from, Days to) {}

    /**
     * Years worked in those trades since the certificate was obtained. In a row, only the stretch that lasts until the end
     * counts, and stretches that follow on each other within a day are one.
     */
    static OptionalInt worked(List<?> work, List<?> trades, Days since, Days until, Counting counting, boolean inARow) {
        var stretches = new ArrayList<Stretch>();
        for (var one : work) {
            var entry = (EntryValue) one;
            var trade = entry.find("occupation").orElse(null);
            boolean current = Boolean.TRUE.equals(entry.find("current").orElse(null));
            var from = entry.find("from").orElse(null);
            var to = current ? until : entry.find("to").orElse(null);
            if (trade != null && !trades.contains(trade)) {
                continue;
            }
            if (trade == null || !(from instanceof Days start) || !(to instanceof Days end)) {
                return OptionalInt.empty();
            }
            if (!end.last().isBefore(since.first())) {
                stretches.add(new Stretch(start.first().isBefore(since.first()) ? since : start, end));
            }
        }
        return inARow ? last(stretches, until, counting) : together(stretches, counting);
    }

    private static OptionalInt together(List<Stretch> stretches, Counting counting) {
        int sum = 0;
        for (var stretch : joined(stretches)) {
            var years = counting.years(stretch.from, stretch.to);
            if (years.isEmpty()) {
                return years;
            }
            sum += years.getAsInt();
        }
        return OptionalInt.of(sum);
    }

    private static OptionalInt last(List<Stretch> stretches, Days until, Counting counting) {
        for (var stretch : joined(stretches)) {
            if (!stretch.to.last().isBefore(until.first())) {
                return counting.years(stretch.from, until);
            }
        }
        return OptionalInt.of(0);
    }

    private static List<Stretch> joined(List<Stretch> stretches) {
        stretches.sort(Comparator.comparing(stretch -> stretch.from.first()));
        var joined = new ArrayList<Stretch>();
        for (var next : stretches) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && !next.from.first().isAfter(before.to.last().plusDays(1))) {
                boolean longer = next.to.last().isAfter(before.to.last());
                joined.set(joined.size() - 1, new Stretch(before.from, longer ? next.to : before.to));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
