package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.Moving;
import org.gongkao.application.VisitAct;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Office;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one file at the desk together. */
@Component
class DeskPages {

    private final Applicants applicants;
    private final Moving review;
    private final WantedOriginals wanted;
    private final Visits visits;
    private final Originals originals;
    private final VisitWords words;

    DeskPages(
            Applicants applicants,
            Moving review,
            WantedOriginals wanted,
            Visits visits,
            Originals originals,
            VisitWords words) {
        this.applicants = applicants;
        this.review = review;
        this.wanted = wanted;
        this.visits = visits;
        this.originals = originals;
        this.words = words;
    }

    DeskPage page(Application file, Actor actor, Instant now, DeskForm typed, List<Fault> faults) {
        var all = visits.of(file);
        var visit = all.stream().findFirst().orElse(null);
        boolean clerk = actor.office().kind() == Office.Kind.UNIT;
        return new DeskPage(
                file.number(),
                visit == null ? 0 : visit.version(),
                applicants.card(file.personId()).name(),
                applicants.facts(file, review.cycle(file, now)),
                visit == null ? new VisitWords.Standing(Sign.REST, "没有预约") : VisitWords.standing(visit, now),
                visit == null ? List.of() : words.facts(visit),
                wanted.of(file).stream().map(one -> wanted(one, typed)).toList(),
                visit == null ? List.of() : originals(file, visit, typed),
                new DeskPage.Acts(
                        offers(visit, VisitAct.RECEIVE, actor, now),
                        offers(visit, VisitAct.COMPARE, actor, now),
                        offers(visit, VisitAct.RETURN, actor, now)),
                file.progress().liesBeforeAgency() ? "" : "申报现为“" + file.state().label() + "”，不再核对，请把原件退还。",
                clerk ? UnitVisitController.PAGE : VisitListController.PAGE,
                all.stream()
                        .filter(one -> one.custody().receipt() != null)
                        .map(one -> MyVisitPages.receipt(one, now))
                        .toList(),
                words.history(file),
                typed.to(),
                faults);
    }

    private static boolean offers(@Nullable Visit visit, VisitAct act, Actor actor, Instant now) {
        return visit != null && visit.offers(act, actor, now);
    }

    private static DeskPage.Wanted wanted(WantedOriginals.Wanted one, DeskForm typed) {
        var item = one.item();
        return new DeskPage.Wanted(
                item.key(),
                item.label(),
                item.isMaterial() ? "已上传 " + one.pages() + " 页" : "对照填报内容",
                one.reasons(),
                typed.brought().contains(item.key()));
    }

    private List<DeskPage.Original> originals(Application file, Visit visit, DeskForm typed) {
        var said = originals.pages(visit);
        return originals.of(visit).stream()
                .map(original -> new DeskPage.Original(
                        original.label(),
                        IntStream.rangeClosed(1, original.pages())
                                .mapToObj(page -> sheet(file, original, page, said, typed))
                                .toList()))
                .toList();
    }

    private static DeskPage.Sheet sheet(
            Application file, Originals.Original original, int page, List<Originals.Compared> said, DeskForm typed) {
        var found = said.stream()
                .filter(one -> one.original() == original.id() && one.page() == page)
                .findFirst();
        return new DeskPage.Sheet(
                DeskForm.key(original, page),
                "第 " + page + " 页",
                picture(file, original, page),
                found.map(one -> one.same() ? "yes" : "no").orElse(typed.outcome(original, page)),
                found.map(Originals.Compared::note).orElse(typed.note(original, page)));
    }

    private static @Nullable String picture(Application file, Originals.Original original, int page) {
        var material = original.item().startsWith("material:") ? original.item().substring("material:".length()) : "";
        return material.isEmpty()
                ? null
                : "/applications/" + file.number() + "/materials/" + material + "/pages/" + page;
    }
}
