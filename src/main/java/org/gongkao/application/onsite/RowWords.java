package org.gongkao.application.onsite;

import java.time.Instant;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Level;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Lines of the lists in words. */
@Component
class RowWords {

    private final Cycles cycles;
    private final Catalogue catalogue;

    RowWords(Cycles cycles, Catalogue catalogue) {
        this.cycles = cycles;
        this.catalogue = catalogue;
    }

    /** 三级（高级工） 公路养护工. */
    String choice(VisitLists.Row row, Instant now) {
        var occupation = catalogue
                .find(cycles.of(row.packageId(), "", now), row.occupation())
                .map(Occupation::name)
                .orElse(row.occupation());
        return Level.of(row.level()).full() + " " + occupation;
    }

    static VisitWords.Standing standing(VisitLists.Row row, Instant now) {
        if (row.state() == null) {
            return new VisitWords.Standing(Sign.DUE, "待预约");
        }
        var state = VisitState.valueOf(row.state());
        boolean missed = state == VisitState.BOOKED && row.endsAt() != null && !now.isBefore(row.endsAt());
        boolean overdue = state.holdsOriginals() && row.dueAt() != null && !now.isBefore(row.dueAt());
        return VisitWords.standing(state, missed, overdue);
    }

    static String hours(VisitLists.Row row) {
        return row.startsAt() == null || row.endsAt() == null ? "" : Slot.hours(row.startsAt(), row.endsAt());
    }

    static String when(VisitLists.Row row) {
        return row.startsAt() == null || row.endsAt() == null ? "" : Slot.when(row.startsAt(), row.endsAt());
    }
}
