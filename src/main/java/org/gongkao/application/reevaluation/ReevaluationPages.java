package org.gongkao.application.reevaluation;

import static org.gongkao.application.reevaluation.ReevaluationWords.condition;
import static org.gongkao.application.reevaluation.ReevaluationWords.label;
import static org.gongkao.application.reevaluation.ReevaluationWords.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.application.reevaluation.Comparison.Changed;
import org.gongkao.application.reevaluation.Counts.Kind;
import org.gongkao.application.reevaluation.ReevaluationPage.CountRow;
import org.gongkao.application.reevaluation.ReevaluationPage.FileRow;
import org.gongkao.application.reevaluation.ReevaluationPage.ProgressPart;
import org.gongkao.cycle.ComparedPackage;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.job.JobRegister;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 资格复评页面。What the pages about runs show. */
@Component
class ReevaluationPages {

    private static final int SHOWN_OF_A_HASH = 8;

    private final Reevaluations reevaluations;
    private final Differences differences;
    private final JobRegister jobs;

    ReevaluationPages(Reevaluations reevaluations, Differences differences, JobRegister jobs) {
        this.reevaluations = reevaluations;
        this.differences = differences;
        this.jobs = jobs;
    }

    ReevaluationsPage list(Actor by, @Nullable Long before) {
        var found = reevaluations.list(by, before);
        boolean more = found.size() > Reevaluations.SCREEN;
        var runs = more ? found.subList(0, Reevaluations.SCREEN) : found;
        var counts = reevaluations.counts(runs);
        return new ReevaluationsPage(
                runs.stream()
                        .map(run -> row(run, counts.getOrDefault(run.id(), new Counts())))
                        .toList(),
                before == null ? "" : Reevaluation.HERE,
                more ? Reevaluation.HERE + "?before=" + runs.getLast().id() : "");
    }

    private static ReevaluationsPage.Row row(Reevaluation run, Counts counts) {
        return new ReevaluationsPage.Row(
                run.path(),
                run.compared().title(),
                run.sign(),
                run.state(),
                counts.of(Kind.FILES),
                counts.of(Kind.OVERALL),
                run.startedBy(),
                Shanghai.minute(run.startedAt()));
    }

    StartPage start(ComparedPackage compared) {
        return new StartPage(compared.packageId(), compared.title(), compared(compared));
    }

    ReevaluationPage show(Reevaluation run, DifferenceFilter filter, long after, Actor by) {
        var counts = reevaluations.counts(List.of(run)).getOrDefault(run.id(), new Counts());
        var found = differences.list(run, filter, after, Reevaluations.SCREEN + 1);
        boolean more = found.size() > Reevaluations.SCREEN;
        var shown = more ? found.subList(0, Reevaluations.SCREEN) : found;
        return new ReevaluationPage(
                "资格复评：" + run.compared().title(),
                run.sign(),
                run.state(),
                run.endedAt() != null,
                progress(run, by),
                facts(run, counts),
                warnings(run, counts, by),
                overall(run, filter, counts),
                conditions(run, filter, counts),
                chips(run, filter),
                shown.stream().map(one -> file(run, one)).toList(),
                shown.isEmpty() ? "" : "本页 " + shown.size() + " 份",
                after > 0 ? run.path() + filter.query(Map.of()) : "",
                more
                        ? run.path()
                                + filter.query(Map.of(
                                        "from", Long.toString(shown.getLast().application())))
                        : "",
                run.path() + "/differences.xlsx" + filter.query(Map.of()));
    }

    ProgressPart progress(Reevaluation run, Actor by) {
        var job = jobs.progress(run.job(), by);
        return new ProgressPart(
                job.label(),
                job.done(),
                job.total(),
                job.underWay()
                        ? "每段 " + Reevaluation.PIECE + " 份，已办 " + job.done() + " 段。可以离开本页，复评会继续进行。"
                        : run.endedAt() == null ? "复评停下了，已办的各段保留；请到任务页继续办理，或者取消。" : "",
                job.underWay(),
                run.path() + "/progress",
                job.path());
    }

    private static List<Line> compared(ComparedPackage compared) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("对照方案", compared.title()));
        lines.add(new Line("内容摘要", compared.hash().substring(0, SHOWN_OF_A_HASH)));
        lines.add(new Line("补充通知", compared.upTo() == 0 ? "不含补充通知" : "含已确认的补充通知，到第" + compared.upTo() + "版"));
        lines.add(new Line("复评范围", compared.year() + "年度已提交、未撤销的申报，以每份最近一次的结论为准"));
        return lines;
    }

    private static List<Line> facts(Reevaluation run, Counts counts) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("已复评", counts.of(Kind.FILES) + " 份"));
        lines.add(new Line("结论有变化", counts.of(Kind.OVERALL) + " 份"));
        lines.addAll(compared(run.compared()));
        lines.add(new Line("开始", Shanghai.minute(run.startedAt()) + "，" + run.startedBy()));
        var ended = run.endedAt();
        if (ended != null) {
            lines.add(new Line("结束", Shanghai.minute(ended)));
        }
        return lines;
    }

    private List<String> warnings(Reevaluation run, Counts counts, Actor by) {
        var warnings = new ArrayList<String>();
        int failed = jobs.progress(run.job(), by).failed();
        if (failed > 0) {
            warnings.add("有 " + failed + " 段没有复评，原因见任务页。");
        }
        int unreadable = counts.of(Kind.UNREADABLE);
        if (unreadable > 0) {
            warnings.add("有 " + unreadable + " 份的申报事实不能按现在的格式读取，没有复评。");
        }
        return warnings;
    }

    private static List<CountRow> overall(Reevaluation run, DifferenceFilter filter, Counts counts) {
        var rows = new ArrayList<CountRow>();
        for (var line : counts.lines(Kind.OVERALL)) {
            var before = Overall.valueOf(line.getKey().before());
            var after = Overall.valueOf(line.getKey().after());
            rows.add(new CountRow(
                    "总体结论",
                    before.result().sign(),
                    before.label(),
                    after.result().sign(),
                    after.label(),
                    line.getValue(),
                    run.path() + filter.withOverall(before.name(), after.name()).query(Map.of())));
        }
        return rows;
    }

    private static List<CountRow> conditions(Reevaluation run, DifferenceFilter filter, Counts counts) {
        var rows = new ArrayList<CountRow>();
        for (var line : counts.lines(Kind.CONDITION)) {
            var before = Changed.result(line.getKey().before());
            var after = Changed.result(line.getKey().after());
            rows.add(new CountRow(
                    condition(run, line.getKey().subject()),
                    sign(before),
                    label(before),
                    sign(after),
                    label(after),
                    line.getValue(),
                    run.path() + filter.withCondition(line.getKey().subject()).query(Map.of())));
        }
        return rows;
    }

    private static List<Chip> chips(Reevaluation run, DifferenceFilter filter) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部有变化的申报", run.path(), filter.equals(DifferenceFilter.NONE)));
        if (filter.isOfOverall()) {
            var words = Overall.valueOf(filter.before()).result().label() + " → "
                    + Overall.valueOf(filter.after()).result().label();
            chips.add(Chip.of(words, run.path() + filter.withCondition("").query(Map.of()), true));
        }
        if (!filter.condition().isEmpty()) {
            chips.add(Chip.of(
                    condition(run, filter.condition()),
                    run.path() + filter.withOverall("", "").query(Map.of()),
                    true));
        }
        return chips;
    }

    private static FileRow file(Reevaluation run, Comparison one) {
        return new FileRow(
                one.number(),
                one.overallBefore().result().sign(),
                one.overallBefore().result().label(),
                one.overallAfter().result().sign(),
                one.overallAfter().result().label(),
                ReevaluationWords.path(one),
                ReevaluationWords.year(one),
                ReevaluationWords.conditions(run, one));
    }
}
