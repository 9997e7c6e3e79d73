package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.VisitAct;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a worker sees of the check of originals. */
@Component
class MyVisitPages {

    private final Applications applications;
    private final Cycles cycles;
    private final WantedOriginals wanted;
    private final Slots slots;
    private final Visits visits;
    private final VisitWords words;

    MyVisitPages(
            Applications applications,
            Cycles cycles,
            WantedOriginals wanted,
            Slots slots,
            Visits visits,
            VisitWords words) {
        this.applications = applications;
        this.cycles = cycles;
        this.wanted = wanted;
        this.slots = slots;
        this.visits = visits;
        this.words = words;
    }

    /** The worker's file of the year that runs. */
    Optional<Application> file(Actor worker, Instant now) {
        return applications.ofWorker(cycles.current(now).year(), worker);
    }

    MyVisitPage page(Actor worker, Instant now, List<Fault> faults) {
        return file(worker, now).map(file -> page(file, worker, now, faults)).orElseGet(() -> none(faults));
    }

    private static MyVisitPage none(List<Fault> faults) {
        return new MyVisitPage(
                new Brief("不需要现场审查", "还没有申报", "现在不用办理", "", "无", ""),
                List.of(),
                null,
                List.of(),
                "",
                List.of(),
                List.of(),
                faults);
    }

    private MyVisitPage page(Application file, Actor worker, Instant now, List<Fault> faults) {
        var brings = wanted.of(file);
        var all = visits.of(file);
        var running = all.stream().filter(visit -> visit.state().isRunning()).findFirst();
        boolean here = file.progress().liesBeforeAgency();
        var offered = brings.isEmpty() || !here ? List.<Slot>of() : offered(file, now);
        return new MyVisitPage(
                brief(file, brings.size(), running.orElse(null), here, now),
                brings.stream()
                        .map(one -> new MyVisitPage.Bring(one.item().label(), one.reasons()))
                        .toList(),
                running.map(visit -> booked(visit, worker, now)).orElse(null),
                running.filter(visit -> !visit.offers(VisitAct.CHANGE, worker, now))
                                .isPresent()
                        ? List.of()
                        : options(offered, running.orElse(null)),
                brings.isEmpty() || running.isPresent() ? "" : why(here),
                all.stream()
                        .filter(visit -> visit.custody().receipt() != null)
                        .map(visit -> receipt(visit, now))
                        .toList(),
                words.history(file),
                faults);
    }

    private List<Slot> offered(Application file, Instant now) {
        return slots.offered(java.util.Objects.requireNonNull(file.progress().holder()), now);
    }

    private MyVisitPage.Booked booked(Visit visit, Actor worker, Instant now) {
        return new MyVisitPage.Booked(
                VisitWords.standing(visit, now),
                words.facts(visit),
                visit.offers(VisitAct.CHANGE, worker, now),
                visit.offers(VisitAct.CANCEL, worker, now));
    }

    static MyVisitPage.Receipt receipt(Visit visit, Instant now) {
        var number = String.valueOf(visit.custody().receipt());
        return new MyVisitPage.Receipt(
                number, "/visits/" + visit.number() + "/receipts/" + number, VisitWords.standing(visit, now));
    }

    /** What still has a place, without the one that is booked already. */
    static List<Option> options(List<Slot> offered, @Nullable Visit booked) {
        return offered.stream()
                .filter(slot ->
                        slot.free() > 0 && (booked == null || booked.slot().id() != slot.id()))
                .map(slot -> new Option(
                        String.valueOf(slot.id()), unbroken(slot.when()), slot.place() + "，还有 " + slot.free() + " 个名额"))
                .toList();
    }

    /** On a phone the line ends before the hours and never within them. */
    private static String unbroken(String when) {
        return when.replace("至", "\u2060至\u2060");
    }

    private static String why(boolean here) {
        return here ? "工考管理机构还没有安排时段，或者都已约满。安排后您可以在这里预约，也可以请单位人事部门统一报送。" : "申报报到工考管理机构以后，才能预约时间。";
    }

    private Brief brief(Application file, int brings, @Nullable Visit running, boolean here, Instant now) {
        var state = file.state().label();
        if (running == null) {
            if (brings == 0) {
                return new Brief("不需要现场审查", state, "现在不用办理", "", "无", "");
            }
            return here
                    ? new Brief("现场审查确认", state, "预约时间", "有 " + brings + " 项要核对原件", "现在", "约好后最晚前一天改约")
                    : new Brief("现场审查确认", state, "先等申报报到工考管理机构", "有 " + brings + " 项要核对原件", "无", "");
        }
        if (running.state().holdsOriginals()) {
            var due = running.custody().dueAt();
            return new Brief(
                    "原件在工考管理机构",
                    VisitWords.standing(running, now).text(),
                    "等候退还原件",
                    "原件退回所在单位",
                    due == null ? "" : Shanghai.deadline(due),
                    "机构退还原件的期限");
        }
        return running.isMissed(now)
                ? new Brief("现场审查确认", "约定的时间已过", "另约时间", "有 " + brings + " 项要核对原件", "现在", "")
                : new Brief(
                        "现场审查已预约",
                        state,
                        "带齐原件，按时到场",
                        "有 " + brings + " 项要核对原件",
                        Shanghai.minute(running.slot().startsAt()),
                        "前一天24:00前可以改约");
    }
}
