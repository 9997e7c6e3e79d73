package org.gongkao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkao.application.Ageing;
import org.gongkao.application.Promise.Pace;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.gongkao.supervision.Figures.Decided;
import org.gongkao.supervision.Figures.Line;
import org.gongkao.supervision.OverviewPage.Ask;
import org.gongkao.supervision.OverviewPage.Bar;
import org.gongkao.supervision.OverviewPage.Head;
import org.gongkao.supervision.OverviewPage.Place;
import org.springframework.stereotype.Component;

/** Puts the overview together. */
@Component
class OverviewPages {

    private final Figures figures;
    private final Decisions decisions;

    OverviewPages(Figures figures, Decisions decisions) {
        this.figures = figures;
        this.decisions = decisions;
    }

    OverviewPage page(List<Oversight.Overseen> range, SortedBy sort, Instant now) {
        var lines = figures.of(range, now);
        var risks = decisions.risks(range);
        var cycle = range.getLast().cycle();
        long longest = Math.max(
                1,
                lines.stream().mapToLong(line -> line.waiting().waiting()).max().orElse(1));
        var waiting = lines.stream().sorted(sort.ofWaiting()).toList();
        var decided = lines.stream().sorted(sort.ofDecided()).toList();
        return new OverviewPage(
                Shanghai.dateAndWeekday(now),
                brief(lines, cycle, now),
                asks(lines, risks),
                "承诺 " + cycle.promisedDays(Office.Kind.AGENCY) + " 个工作日。" + (lines.size() > 1 ? say(lines) : ""),
                heads(
                        sort,
                        SortedBy.WAITING,
                        SortedBy.FIRST_HALF,
                        SortedBy.SECOND_HALF,
                        SortedBy.DUE_SOON,
                        SortedBy.LATE),
                waiting.stream()
                        .filter(line -> line.waiting().waiting() > 0)
                        .map(line -> waiting(line, longest))
                        .toList(),
                waitingSum(lines),
                places(lines, line -> line.waiting().waiting() == 0),
                heads(sort, SortedBy.DECIDED, SortedBy.APPROVED, SortedBy.RETURNED, SortedBy.REJECTED, SortedBy.MEDIAN),
                decided.stream()
                        .filter(line -> line.decided().all() > 0)
                        .map(line -> decided(line, risks))
                        .toList(),
                decidedSum(lines, risks),
                places(lines, line -> line.decided().all() == 0),
                lines.stream()
                        .allMatch(line ->
                                line.waiting().waiting() == 0 && line.decided().all() == 0),
                SupervisionController.LIST + "/export");
    }

    private static List<Head> heads(SortedBy sort, SortedBy... columns) {
        return java.util.Arrays.stream(columns)
                .map(column -> new Head(
                        column.label(),
                        SupervisionController.LIST + "?sort=" + column.key(),
                        column == sort ? "down" : ""))
                .toList();
    }

    private static List<Place> places(List<Line> lines, Predicate<Line> which) {
        return lines.stream()
                .filter(which)
                .map(line -> new Place(line.agency().name(), path(line)))
                .toList();
    }

    private static Brief brief(List<Line> lines, Cycle cycle, Instant now) {
        var review = cycle.window(Window.REVIEW);
        var registration = cycle.window(Window.REGISTRATION);
        long late = lines.stream().mapToLong(line -> line.waiting().late()).sum();
        long places = lines.stream().filter(line -> line.waiting().late() > 0).count();
        return new Brief(
                review.covers(now)
                        ? "资格审查第 "
                                + (Shanghai.day(review.from())
                                                .datesUntil(Shanghai.day(now))
                                                .count()
                                        + 1) + " 天"
                        : now.isBefore(review.from()) ? "资格审查尚未开始" : "资格审查已结束",
                "网上注册报名 " + Shanghai.deadline(registration.to()) + (registration.isOver(now) ? " 已截止" : " 截止"),
                late == 0 ? "没有超过承诺时限的申报" : places == 1 && lines.size() == 1 ? "办结超期的申报" : "过问 " + places + " 个有超期的机构",
                late == 0 ? "" : late + " 份超过承诺时限",
                Shanghai.deadline(review.to()),
                "资格审查截止");
    }

    /** Where the largest share is about to be late, or is. */
    private static String say(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.waiting().dueSoon() + line.waiting().late() > 0)
                .max((one, other) -> Double.compare(pressing(one), pressing(other)))
                .map(line -> line.agency().name() + "待审的 " + line.waiting().waiting() + " 份中有 "
                        + (line.waiting().dueSoon() + line.waiting().late()) + " 份将到期或已超期，比例最高。")
                .orElse("没有将到期或已超期的申报。");
    }

    private static double pressing(Line line) {
        return (double) (line.waiting().dueSoon() + line.waiting().late())
                / line.waiting().waiting();
    }

    private static List<Ask> asks(List<Line> lines, List<Risk> risks) {
        var asks = new ArrayList<Ask>();
        for (var line : lines.stream().sorted(SortedBy.LATE.ofWaiting()).toList()) {
            var words = new ArrayList<String>();
            if (line.waiting().late() > 0) {
                words.add(line.waiting().late() + " 份超期，" + line.waiting().dueSoon() + " 份将到期");
            }
            risks.stream()
                    .filter(risk -> risk.officer()
                            .office()
                            .equals(line.agency().office().toString()))
                    .forEach(risk ->
                            words.add(risk.officer().name() + risk.kind().label() + "：" + risk.facts()));
            if (!words.isEmpty()) {
                asks.add(new Ask(line.agency().name(), String.join("；", words), path(line), "查看"));
            }
        }
        return asks;
    }

    private static String path(Line line) {
        return SupervisionController.LIST + "/" + line.agency().code();
    }

    private static OverviewPage.Waiting waiting(Line line, long longest) {
        var count = line.waiting();
        var bars = new ArrayList<Bar>();
        long from = 0;
        for (var pace : Pace.values()) {
            long files = files(count, pace);
            if (files > 0) {
                bars.add(new Bar(tone(pace), percent(from, longest), percent(files, longest)));
                from += files;
            }
        }
        return row(line.agency().name(), path(line), count, bars);
    }

    private static OverviewPage.Waiting waitingSum(List<Line> lines) {
        var sum = new Ageing.Count(
                lines.stream().mapToLong(line -> line.waiting().waiting()).sum(),
                lines.stream()
                        .map(line -> line.waiting().oldest())
                        .filter(java.util.Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                lines.stream().mapToLong(line -> line.waiting().firstHalf()).sum(),
                lines.stream().mapToLong(line -> line.waiting().secondHalf()).sum(),
                lines.stream().mapToLong(line -> line.waiting().dueSoon()).sum(),
                lines.stream().mapToLong(line -> line.waiting().late()).sum());
        return row("合计", "", sum, List.of());
    }

    private static OverviewPage.Waiting row(String name, String path, Ageing.Count count, List<Bar> bars) {
        var oldest = count.oldest();
        return new OverviewPage.Waiting(
                name,
                path,
                Share.count(count.waiting()),
                Share.count(count.firstHalf()),
                Share.count(count.secondHalf()),
                Share.count(count.dueSoon()),
                Share.count(count.late()),
                count.late() > 0,
                oldest == null ? "—" : Shanghai.date(Shanghai.day(oldest)).replaceFirst("^\\d+年", ""),
                bars);
    }

    private static long files(Ageing.Count count, Pace pace) {
        return switch (pace) {
            case FIRST_HALF -> count.firstHalf();
            case SECOND_HALF -> count.secondHalf();
            case DUE_SOON -> count.dueSoon();
            case LATE -> count.late();
        };
    }

    private static String tone(Pace pace) {
        return switch (pace) {
            case FIRST_HALF -> "b3";
            case SECOND_HALF -> "b2";
            case DUE_SOON -> "pa";
            case LATE -> "pr";
        };
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    private static OverviewPage.Decided decided(Line line, List<Risk> risks) {
        var own = risks.stream()
                .filter(risk ->
                        risk.officer().office().equals(line.agency().office().toString()))
                .map(risk -> risk.kind().label())
                .distinct()
                .collect(Collectors.joining("、"));
        return row(line.agency().name(), path(line), line.decided(), own);
    }

    private static OverviewPage.Decided decidedSum(List<Line> lines, List<Risk> risks) {
        var sum = new Decided(
                lines.stream().mapToLong(line -> line.decided().approved()).sum(),
                lines.stream().mapToLong(line -> line.decided().returned()).sum(),
                lines.stream().mapToLong(line -> line.decided().rejected()).sum(),
                null);
        return row("合计", "", sum, risks.isEmpty() ? "" : risks.size() + " 条");
    }

    private static OverviewPage.Decided row(String name, String path, Decided decided, String risks) {
        return new OverviewPage.Decided(
                name,
                path,
                Share.count(decided.all()),
                Share.of(decided.approved(), decided.all()),
                Share.of(decided.returned(), decided.all()),
                Share.of(decided.rejected(), decided.all()),
                days(decided),
                risks.isEmpty() ? Sign.NONE : Sign.DUE,
                risks.isEmpty() ? "无" : risks);
    }

    static String days(Decided decided) {
        var median = decided.median();
        return median == null ? "—" : median == 0 ? "当天" : median + " 天";
    }
}
