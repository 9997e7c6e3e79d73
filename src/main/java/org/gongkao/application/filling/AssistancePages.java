package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Bars;
import org.gongkao.application.Moving;
import org.gongkao.application.filling.AssistedWorkers.Row;
import org.gongkao.cycle.Window;
import org.gongkao.person.Registered;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a unit's clerk sees: the list of workers, and the file of one. */
@Component
class AssistancePages {

    private static final String WAITS = "由本人核对、承诺并提交";

    private final AssistedWorkers workers;
    private final CurrentFile current;
    private final Applicants applicants;
    private final Editing editing;
    private final ToDo toDo;
    private final Way way;
    private final Moving moving;
    private final Bars bars;
    private final Registered registered;

    AssistancePages(
            AssistedWorkers workers,
            CurrentFile current,
            Applicants applicants,
            Editing editing,
            ToDo toDo,
            Way way,
            Moving moving,
            Bars bars,
            Registered registered) {
        this.workers = workers;
        this.current = current;
        this.applicants = applicants;
        this.editing = editing;
        this.toDo = toDo;
        this.way = way;
        this.moving = moving;
        this.bars = bars;
        this.registered = registered;
    }

    /** What is refused is shown again above the whole list. */
    AssistanceListPage list(String typed, String wanted, long after, List<Fault> faults, Actor clerk, Instant now) {
        var term = faults.isEmpty() ? typed.strip() : "";
        var state = Arrays.stream(AssistanceState.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(null);
        var page = workers.list(term, state, after, current.year(now), clerk);
        var here = path(term, key(state));
        int asked = workers.asked(clerk);
        return new AssistanceListPage(
                new Brief(
                        "代填申报",
                        "替不便自己填写的职工填报",
                        asked == 0 ? "没有职工请单位代填" : asked + " 人请单位代填，还没有动笔",
                        "填好后由本人核对并提交，单位不能代为承诺",
                        Shanghai.deadline(registration(clerk, now)),
                        "网上注册报名截止"),
                typed,
                state == null ? Map.of() : Map.of("state", key(state)),
                chips(term, state),
                page.rows(),
                "本页 " + page.rows().size() + " 人",
                after == 0 ? "" : here,
                page.next() == null
                        ? ""
                        : Address.of(here).with("after", page.next()).toString(),
                faults);
    }

    static String path(String term, String state) {
        return Address.of(AssistanceController.HERE)
                .with("q", term)
                .with("state", state)
                .toString();
    }

    private static String key(@Nullable AssistanceState state) {
        return state == null ? "" : state.name();
    }

    private static List<Chip> chips(String term, @Nullable AssistanceState here) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", path(term, ""), here == null));
        for (var one : AssistanceState.values()) {
            chips.add(new Chip(one.label(), path(term, key(one)), one == here, one.sign()));
        }
        return chips;
    }

    private Instant registration(Actor clerk, Instant now) {
        return applicants.cycleOfUnit(clerk, now).window(Window.REGISTRATION).to();
    }

    AssistancePage of(Filler by, List<Fault> faults, Instant now) {
        var row = workers.get(by, current.year(now));
        return current.find(by, now)
                .map(file -> begun(file, by, row, faults, now))
                .orElseGet(() -> closed(by, row, now));
    }

    private AssistancePage begun(Application file, Filler by, Row row, List<Fault> faults, Instant now) {
        boolean open = editing.isOpen(file, now);
        boolean ready = row.state() == AssistanceState.READY;
        var toDoNow = toDo.of(file, by.at(), now);
        var missing = toDoNow.missing();
        var notYet = !open ? "现在不在可以修改的时间，只能查看。" : missing.isEmpty() ? "" : "还有 " + missing.size() + " 项没有填好。";
        return new AssistancePage(
                by,
                row,
                brief(file, by, ready, open, missing.size(), now),
                false,
                file.version(),
                toDoNow.tasks(),
                toDo.defects(file, by.at()),
                notYet,
                ready,
                registered.isRegistered(by.personId()),
                applicants.facts(file, moving.cycle(file, now)),
                way.history(file),
                faults);
    }

    private Brief brief(Application file, Filler by, boolean ready, boolean open, int missing, Instant now) {
        if (file.state() == ApplicationState.LAPSED) {
            return new Brief(AssistanceState.OVER.label(), "", "已截止，不能再改", "填写的内容仍可查看", "无", "");
        }
        var end = editing.end(file, now);
        var where = (file.state() == ApplicationState.RETURNED ? "退回修改，" : "")
                + row(ready).label();
        if (!open) {
            return new Brief(where, "", "已截止，不能再改", "填写的内容仍可查看", Shanghai.deadline(end), "已截止");
        }
        var asked = ready ? "等" + by.name() + "核对并提交" : missing > 0 ? "还缺 " + missing + " 项，继续填写" : "填好了，请本人确认";
        return new Brief(where, "代" + by.name() + "填写", asked, WAITS, Shanghai.deadline(end), Briefs.left(end, now));
    }

    private static AssistanceState row(boolean ready) {
        return ready ? AssistanceState.READY : AssistanceState.ASSISTED;
    }

    /** No file that is the clerk's to fill in: one may be begun, or why not. */
    private AssistancePage closed(Filler by, Row row, Instant now) {
        var cycle = applicants.cycle(by.personId(), now);
        var bar = bars.of(by.personId(), now);
        boolean begin = row.state() == AssistanceState.NONE && bar.isEmpty() && cycle.isOpen(Window.REGISTRATION, now);
        var end = cycle.window(Window.REGISTRATION).to();
        var brief = begin
                ? new Brief("没有申报", cycle.name(), "可以代为填报", WAITS, Shanghai.deadline(end), Briefs.left(end, now))
                : new Brief(
                        row.state().label(),
                        cycle.name(),
                        "现在不用代填",
                        why(
                                row.state(),
                                bar.map(one -> Shanghai.deadline(one.until())).orElse("")),
                        "无",
                        "");
        return new AssistancePage(
                by,
                row,
                brief,
                begin,
                0,
                List.of(),
                List.of(),
                "",
                false,
                registered.isRegistered(by.personId()),
                List.of(),
                List.of(),
                List.of());
    }

    private static String why(AssistanceState state, String barred) {
        return switch (state) {
            case NONE -> barred.isEmpty() ? "不在网上注册报名时间内" : "此人在 " + barred + " 前不能申报";
            case OWN -> "本人正在填写；要代填的，请本人在“我的申报”点“请单位代填”";
            case SUBMITTED -> "本人已提交，退回修改后才能再改";
            case OVER -> "今年的申报已结束";
            case ASSISTED, READY -> "";
        };
    }
}
