package org.gongkao.application.levelone;

import java.util.List;
import org.gongkao.application.levelone.PaperFiles.ActLine;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files on paper in words, as offices and the worker read them. */
@Component
class PaperWords {

    private final Organisation organisation;

    PaperWords(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Where it lies now. */
    String where(Paper paper) {
        return switch (paper.state()) {
            case AWAITED -> "还没有交，由申报人交给单位";
            case RECEIVED -> "在" + name(paper.office());
            case FORWARDED -> "由" + name(paper.office()) + "转交" + name(paper.next()) + "，对方尚未登记收到";
            case GIVEN_BACK -> "由" + name(paper.office()) + "退还本人";
        };
    }

    List<Line> history(List<ActLine> acts) {
        return acts.stream()
                .map(act -> new Line(Shanghai.minute(act.at()), line(act)))
                .toList();
    }

    private String line(ActLine act) {
        var other = act.otherOffice() == null ? "" : name(Office.parse(act.otherOffice()));
        var what = switch (act.act()) {
            case RECEIVE -> (other.isEmpty() ? "收到本人交来的材料" : "收到" + other + "转来的材料") + "，收件编号 " + act.receipt();
            case FORWARD -> "转交" + other;
            case TAKE_BACK -> "收回给" + other + "的转交";
            case GIVE_BACK -> "退还本人";
        };
        return name(Office.parse(act.office())) + "　" + act.actorName() + "：" + what;
    }

    String name(@Nullable Office office) {
        return office == null ? "" : organisation.officeName(office);
    }
}
