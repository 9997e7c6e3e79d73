package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.Basis;
import org.gongkao.application.Finding;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Moving;
import org.gongkao.application.ReviewItem;
import org.gongkao.application.VisitAct;
import org.gongkao.application.onsite.Originals.Compared;
import org.gongkao.application.onsite.Originals.Original;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 现场审查确认。At the desk the originals are compared page by page with what was uploaded. What the comparison says is the
 * office's own finding in the review, under the same rules of turn and person as any other.
 */
@Component
class ComparingOriginals {

    private static final int LONGEST_PROBLEM = 200;
    private static final String REMEDY = "请按原件改正，重新上传与原件一致的材料。";

    private final Applications applications;
    private final Moving review;
    private final ItemFindings findings;
    private final Visits visits;
    private final Originals originals;
    private final MovingVisits moving;

    ComparingOriginals(
            Applications applications,
            Moving review,
            ItemFindings findings,
            Visits visits,
            Originals originals,
            MovingVisits moving) {
        this.applications = applications;
        this.review = review;
        this.findings = findings;
        this.visits = visits;
        this.originals = originals;
        this.moving = moving;
    }

    /** 逐页核对: all pages at once, so that no original counts as seen of which a page was passed over. */
    @Transactional
    public void compare(String number, int seenVersion, List<Compared> pages, Actor officer, Instant arrived) {
        var file = applications.get(number, officer);
        review.requireTurn(file, officer, arrived);
        var visit = visits.running(file)
                .orElseThrow(() -> new Refusal(OnSiteRefusal.NOT_NOW))
                .asSeenAt(seenVersion);
        var move = visit.check(VisitAct.COMPARE, officer, arrived);
        var received = originals.of(visit);
        requireEveryPage(received, pages);
        pages.forEach(page -> originals.add(page, officer, arrived));
        var items = findings.items(file);
        for (var original : received) {
            find(file, items, original, pages, officer, arrived);
        }
        applications.touch(file, arrived);
        long differing = pages.stream().filter(page -> !page.same()).count();
        moving.write(
                visit,
                VisitAct.COMPARE,
                visit.in(move.to()),
                officer,
                differing == 0 ? "全部一致" : differing + " 页不一致",
                arrived);
    }

    private static void requireEveryPage(List<Original> received, List<Compared> pages) {
        var asked = new ArrayList<String>();
        for (var original : received) {
            for (int page = 1; page <= original.pages(); page++) {
                asked.add(original.id() + "/" + page);
            }
        }
        var said =
                pages.stream().map(page -> page.original() + "/" + page.page()).toList();
        boolean unsaid =
                pages.stream().anyMatch(page -> !page.same() && page.note().isBlank());
        if (unsaid || said.size() != asked.size() || !Set.copyOf(said).equals(Set.copyOf(asked))) {
            throw new Refusal(OnSiteRefusal.PAGES_OPEN);
        }
    }

    /** The finding of the office, with the original as its basis; and that the original was in an officer's hand. */
    private void find(
            Application file,
            List<ReviewItem> items,
            Original original,
            List<Compared> pages,
            Actor officer,
            Instant arrived) {
        var item = items.stream()
                .filter(now -> now.key().equals(original.item()) && now.hash().equals(original.itemHash()))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.CHANGED_MEANWHILE));
        var differing = pages.stream()
                .filter(page -> page.original() == original.id() && !page.same())
                .map(page -> "第" + page.page() + "页与原件不一致：" + page.note())
                .collect(Collectors.joining("；"));
        boolean met = differing.isEmpty();
        var finding = new Finding(
                0,
                officer.office().toString(),
                item.key(),
                item.hash(),
                met ? ItemOutcome.MET : ItemOutcome.UNMET,
                Basis.ORIGINAL,
                differing.length() > LONGEST_PROBLEM ? differing.substring(0, LONGEST_PROBLEM - 1) + "…" : differing,
                met ? "" : REMEDY,
                officer.name(),
                arrived);
        findings.add(file, finding, officer);
        findings.originalSeen(file, item, officer, arrived);
    }
}
