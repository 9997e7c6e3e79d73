package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Office;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the unit's page of files whose originals are wanted. */
@Component
class UnitVisitPages {

    private final VisitLists lists;
    private final Slots slots;
    private final RowWords words;

    UnitVisitPages(VisitLists lists, Slots slots, RowWords words) {
        this.lists = lists;
        this.slots = slots;
        this.words = words;
    }

    UnitVisitPage page(@Nullable ListKey after, Actor clerk, Instant now, List<Fault> faults) {
        var found = lists.ofUnit(after, clerk);
        var rows = found.rows().stream().map(row -> row(row, now)).toList();
        int unbooked = lists.unbooked(clerk);
        return new UnitVisitPage(
                new Brief(
                        "现场审查确认",
                        "有的申报要核对原件",
                        unbooked == 0 ? "现在不用预约" : "为 " + unbooked + " 份申报预约时间",
                        "由单位人事部门集中报送原件",
                        unbooked == 0 ? "无" : "现在",
                        ""),
                rows,
                options(found.rows(), now),
                after == null ? "" : UnitVisitController.PAGE,
                found.next() == null ? "" : UnitVisitController.PAGE + "?after=" + found.next(),
                faults);
    }

    /** A unit's files lie before one agency; where the review was taken over meanwhile, each agency's times are offered. */
    private List<Option> options(List<VisitLists.Row> rows, Instant now) {
        return rows.stream()
                .filter(UnitVisitPages::canBook)
                .map(row -> Objects.requireNonNull(row.agency()))
                .distinct()
                .flatMap(agency -> MyVisitPages.options(slots.offered(Office.parse(agency), now), null).stream())
                .toList();
    }

    private static boolean canBook(VisitLists.Row row) {
        boolean running = row.state() != null && VisitState.valueOf(row.state()).isRunning();
        return !running
                && row.wanted() > 0
                && row.agency() != null
                && row.agency().startsWith("agency:");
    }

    private UnitVisitPage.Row row(VisitLists.Row row, Instant now) {
        boolean ended = row.state() != null && !VisitState.valueOf(row.state()).isRunning();
        boolean booked = VisitState.BOOKED.name().equals(row.state());
        var starts = row.startsAt();
        return new UnitVisitPage.Row(
                row.number(),
                row.personName(),
                words.choice(row, now),
                row.wanted() == 0 ? "" : row.wanted() + " 项",
                standing(row, ended, now),
                ended && row.wanted() > 0 ? "" : RowWords.when(row),
                row.receipt() == null ? "" : row.receipt(),
                canBook(row),
                booked && starts != null && now.isBefore(Shanghai.startOf(Shanghai.day(starts))));
    }

    /** An appointment that has ended says nothing where an original is wanted again. */
    private static VisitWords.Standing standing(VisitLists.Row row, boolean ended, Instant now) {
        if (row.wanted() > 0 && (ended || row.state() == null)) {
            return canBook(row)
                    ? new VisitWords.Standing(Sign.DUE, "待预约")
                    : new VisitWords.Standing(Sign.REST, "等报到工考管理机构");
        }
        return RowWords.standing(row, now);
    }
}
