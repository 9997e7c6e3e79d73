package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.Moving;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Line;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** Draws the paper that goes with originals. */
@Component
class ReceiptSheets {

    private final Applicants applicants;
    private final Moving review;
    private final Visits visits;
    private final Originals originals;
    private final VisitWords words;

    ReceiptSheets(Applicants applicants, Moving review, Visits visits, Originals originals, VisitWords words) {
        this.applicants = applicants;
        this.review = review;
        this.visits = visits;
        this.originals = originals;
        this.words = words;
    }

    /** Of a file that the actor may see; a number of another file is not found. */
    ReceiptSheet sheet(Application file, String receipt, Instant now) {
        var visit = visits.of(file).stream()
                .filter(one -> receipt.equals(one.custody().receipt()))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var facts = new ArrayList<Line>(applicants.facts(file, review.cycle(file, now)));
        facts.addAll(words.facts(visit));
        return new ReceiptSheet(
                file.year() + "年机关事业单位工勤技能岗位等级考核申报材料原件交接单",
                receipt,
                facts,
                rows(visit),
                visit.state() == VisitState.RETURNED ? visit.custody().returnedTo() : "");
    }

    private List<ReceiptSheet.Row> rows(Visit visit) {
        var said = originals.pages(visit);
        var rows = new ArrayList<ReceiptSheet.Row>();
        for (var original : originals.of(visit)) {
            var pages = said.stream()
                    .filter(page -> page.original() == original.id())
                    .toList();
            long differing = pages.stream().filter(page -> !page.same()).count();
            rows.add(new ReceiptSheet.Row(
                    rows.size() + 1,
                    original.label(),
                    original.pages(),
                    pages.isEmpty() ? "未核对" : differing == 0 ? "逐页一致" : differing + " 页不一致"));
        }
        return rows;
    }
}
