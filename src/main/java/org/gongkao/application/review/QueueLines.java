package org.gongkao.application.review;

import java.time.Instant;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Promise;
import org.gongkao.application.Timing;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files in words, as a list on the screen and an exported one show them. */
@Component
class QueueLines {

    private final Cycles cycles;
    private final Catalogue catalogue;

    QueueLines(Cycles cycles, Catalogue catalogue) {
        this.cycles = cycles;
        this.catalogue = catalogue;
    }

    QueuePage.Line line(Queues.Row row, Instant now) {
        var state = ApplicationState.valueOf(row.state());
        var cycle = cycles.of(row.packageId(), "", now);
        var due = due(row, cycle, now);
        return new QueuePage.Line(
                row.number() + "@" + row.version(),
                "/reviews/" + row.number(),
                row.personName(),
                row.number(),
                row.unitName(),
                Level.of(row.level()).full() + " "
                        + catalogue
                                .find(cycle, row.occupation())
                                .map(Occupation::name)
                                .orElse(row.occupation()),
                state.sign(),
                state.label(),
                row.heldSince() == null ? "" : Shanghai.minute(row.heldSince()),
                due == null ? Sign.REST : due.pace().sign(),
                due == null ? "" : due.pace().label() + "，应于 " + Shanghai.deadline(due.due()));
    }

    /** The same in few words, for the queue beside a file. */
    ReviewPage.Waiting waiting(Queues.Row row, String current, Instant now) {
        var cycle = cycles.of(row.packageId(), "", now);
        var due = due(row, cycle, now);
        var left = due == null ? new ReviewPage.Due(Sign.REST, "") : left(due, cycle, now);
        return new ReviewPage.Waiting(
                "/reviews/" + row.number(),
                row.personName(),
                Level.of(row.level()).label() + " · "
                        + catalogue
                                .find(cycle, row.occupation())
                                .map(Occupation::name)
                                .orElse(row.occupation()),
                left,
                row.number().equals(current));
    }

    /** The sign of the pace, and the working days to the end, which is the 24:00 of its last day. */
    static ReviewPage.Due left(Promise promise, Cycle cycle, Instant now) {
        var last = Shanghai.day(promise.due().minusMillis(1));
        var today = Shanghai.day(now);
        if (promise.pace() == Promise.Pace.LATE) {
            return new ReviewPage.Due(
                    Sign.UNMET, "超 " + Math.max(1, cycle.workingDays().between(last, today)) + " 天");
        }
        int days = cycle.workingDays().between(today, last);
        return new ReviewPage.Due(promise.pace().sign(), days == 0 ? "今天到期" : "余 " + days + " 天");
    }

    /** The day and what is left to it, for the head of a file. */
    static ReviewPage.Due inFull(Promise promise, Cycle cycle, Instant now) {
        var left = left(promise, cycle, now);
        return new ReviewPage.Due(left.sign(), "应于 " + Shanghai.deadline(promise.due()) + " 前办结，" + left.text());
    }

    private static @Nullable Promise due(Queues.Row row, Cycle cycle, Instant now) {
        if (row.holder() == null || row.heldSince() == null) {
            return null;
        }
        if (row.state().equals(ApplicationState.OBJECTED.name())) {
            return Promise.ofObjection(cycle, row.heldSince(), now);
        }
        var kind = Office.parse(row.holder()).kind();
        var own = new Timing.OwnDates(kind, row.corrected(), row.reviewUntil(), null, null, null, null);
        return Promise.of(cycle, new Timing(cycle::window, own), kind, row.heldSince(), row.earlier(), now);
    }
}
