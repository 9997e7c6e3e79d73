package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.VisitAct;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Appointments in words, the same for the worker, the unit and the agency. */
@Component
class VisitWords {

    /** 进展。A state as a sign and in words. */
    record Standing(Sign sign, String text) {}

    private final Visits visits;
    private final Organisation organisation;

    VisitWords(Visits visits, Organisation organisation) {
        this.visits = visits;
        this.organisation = organisation;
    }

    /** What the time has made of a state: nobody came, or the originals should long be back. */
    static Standing standing(VisitState state, boolean missed, boolean overdue) {
        if (missed) {
            return new Standing(Sign.UNMET, "时段已过，未到场");
        }
        return overdue ? new Standing(Sign.UNMET, "原件逾期未退") : new Standing(state.sign(), state.label());
    }

    static Standing standing(Visit visit, Instant now) {
        return standing(visit.state(), visit.isMissed(now), visit.isOverdue(now));
    }

    String office(String office) {
        return organisation.officeName(Office.parse(office));
    }

    List<Line> facts(Visit visit) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("时间", visit.slot().when()));
        lines.add(new Line(
                "地点", office(visit.slot().agency()) + "　" + visit.slot().place()));
        var custody = visit.custody();
        if (custody.receipt() != null) {
            lines.add(new Line("交接单", custody.receipt()));
        }
        if (custody.receivedAt() != null) {
            lines.add(new Line("接收时间", Shanghai.minute(custody.receivedAt())));
        }
        if (custody.returnedAt() != null) {
            lines.add(new Line("退还时间", Shanghai.minute(custody.returnedAt()) + "，由" + custody.returnedTo() + "领取"));
        } else if (custody.dueAt() != null) {
            lines.add(new Line("最迟退还", Shanghai.deadline(custody.dueAt())));
        }
        return lines;
    }

    List<Line> history(Application file) {
        return visits.history(file).stream()
                .map(entry -> new Line(Shanghai.minute(entry.at()), line(entry)))
                .toList();
    }

    private String line(Visits.Entry entry) {
        var office = entry.office() == null ? "" : "　" + office(entry.office());
        return VisitAct.valueOf(entry.act()).label() + office + "　" + entry.actorName()
                + (entry.reason().isEmpty() ? "" : "：" + entry.reason());
    }
}
