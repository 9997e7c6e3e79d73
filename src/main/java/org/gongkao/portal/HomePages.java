package org.gongkao.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Duty;
import org.gongkao.cycle.Period;
import org.gongkao.cycle.Stage;
import org.gongkao.cycle.Window;
import org.gongkao.portal.HomePage.Duties;
import org.gongkao.portal.HomePage.DutyRow;
import org.gongkao.portal.HomePage.Lead;
import org.gongkao.portal.HomePage.Phrase;
import org.gongkao.portal.HomePage.StageRow;
import org.gongkao.portal.HomePage.TimeLine;
import org.gongkao.portal.HomePage.Way;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** 公众首页内容。Computes the home page from the year's package and the business time; no date is written into a page. */
@Component
class HomePages {

    private static final String DEADLINE = "{截止}";

    private final HomePapers papers;

    HomePages(HomePapers papers) {
        this.papers = papers;
    }

    HomePage of(Cycle cycle, Instant now) {
        return new HomePage(
                lead(cycle, now),
                duties(cycle, now),
                timeLine(cycle, now),
                FeeRows.of(cycle),
                papers.subjects(cycle),
                papers.papers(cycle));
    }

    private static Lead lead(Cycle cycle, Instant now) {
        var stages = cycle.stages();
        var here = stages.stream()
                .filter(stage -> cycle.isOpen(stage.window(), now))
                .findFirst();
        var next = stages.stream()
                .filter(stage -> now.isBefore(cycle.window(stage.window()).from()))
                .findFirst();
        var ways = ways(cycle, now);
        if (here.isPresent()) {
            var stage = here.get();
            return new Lead(
                    "%s · 第 %d 阶段，共 %d 个阶段".formatted(cycle.name(), stage.number(), stages.size()),
                    stage.name() + "正在进行",
                    sentence(stage, cycle),
                    ways);
        }
        if (next.isPresent()) {
            var period = cycle.window(next.get().window());
            return new Lead(
                    cycle.name() + " · 尚未到下一阶段",
                    next.get().name() + "即将开始",
                    List.of(
                            new Phrase("下一阶段自 ", false),
                            new Phrase(HomeWords.start(period.from()), true),
                            new Phrase(" 开始，请留意下面的日程。", false)),
                    ways);
        }
        return new Lead(
                cycle.name() + " · 已结束",
                cycle.name() + "考核各阶段均已结束",
                List.of(new Phrase("下一年度的安排以发布的通知为准。", false)),
                ways);
    }

    private static List<Phrase> sentence(Stage stage, Cycle cycle) {
        var lead = stage.lead();
        int at = lead.indexOf(DEADLINE);
        if (at < 0) {
            return List.of(new Phrase(lead, false));
        }
        return List.of(
                new Phrase(lead.substring(0, at), false),
                new Phrase(HomeWords.deadline(cycle.window(stage.window()).to()), true),
                new Phrase(lead.substring(at + DEADLINE.length()), false));
    }

    private static List<Way> ways(Cycle cycle, Instant now) {
        return cycle.isOpen(Window.REGISTRATION, now)
                ? List.of(new Way("注册并申报", "/register", true), new Way("已有账号，登录", "/sign-in", false))
                : List.of(new Way("登录办理", "/sign-in", true));
    }

    /** What is to be done now, the nearest end first; between stages what comes next. */
    private static Duties duties(Cycle cycle, Instant now) {
        var open = cycle.duties().stream()
                .filter(duty -> cycle.isOpen(duty.window(), now))
                .sorted(Comparator.comparing(duty -> cycle.window(duty.window()).to()))
                .map(duty -> open(duty, cycle, now))
                .toList();
        if (!open.isEmpty()) {
            return new Duties("现在要办的事", "最迟", open);
        }
        var coming = cycle.duties().stream()
                .filter(duty -> now.isBefore(cycle.window(duty.window()).from()))
                .sorted(Comparator.comparing(duty -> cycle.window(duty.window()).from()))
                .limit(3)
                .map(duty -> coming(duty, cycle))
                .toList();
        return new Duties("接下来要办的事", "开始", coming);
    }

    private static DutyRow open(Duty duty, Cycle cycle, Instant now) {
        var period = cycle.window(duty.window());
        var note = HomeWords.left(period, now);
        if (cycle.unconfirmed("windows." + duty.window().name() + ".to")) {
            note += "（待确认）";
        }
        return new DutyRow(duty.who(), duty.what(), period.to().toString(), HomeWords.deadline(period.to()), note);
    }

    private static DutyRow coming(Duty duty, Cycle cycle) {
        var from = cycle.window(duty.window()).from();
        return new DutyRow(duty.who(), duty.what(), from.toString(), HomeWords.start(from), "");
    }

    private static TimeLine timeLine(Cycle cycle, Instant now) {
        var axis = YearAxis.of(cycle.stages().stream()
                .map(stage -> cycle.window(stage.window()))
                .toList());
        var rows = new ArrayList<StageRow>();
        for (var stage : cycle.stages()) {
            rows.add(row(stage, cycle.window(stage.window()), axis, now));
        }
        return new TimeLine(
                cycle.name() + "日程",
                HomeWords.day(Shanghai.day(now)),
                axis.at(now),
                axis.holds(now),
                axis.months(now),
                axis.grid(),
                List.copyOf(rows));
    }

    private static StageRow row(Stage stage, Period period, YearAxis axis, Instant now) {
        boolean current = period.covers(now);
        boolean past = period.isOver(now);
        return new StageRow(
                stage.number(),
                stage.name(),
                HomeWords.span(period),
                axis.at(period.from()),
                axis.width(period),
                current ? "now" : past ? "past" : "rest",
                current ? Sign.NOW : past ? Sign.OVER : Sign.REST,
                current ? HomeWords.left(period, now) : past ? "已结束" : "未开始",
                current);
    }
}
