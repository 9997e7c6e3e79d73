package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.Moving;
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.application.filling.VerdictPage.Change;
import org.gongkao.application.filling.VerdictPage.OtherPath;
import org.gongkao.cycle.Cycle;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.PathOutcome;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Actor;
import org.gongkao.shared.ConditionLine;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Puts the verdict on a file into its worker's words. */
@Component
class VerdictPages {

    /** First what bars, then what is to be proven and confirmed, last what is in order. */
    private static final List<Result> ORDER = List.of(Result.UNMET, Result.UNKNOWN, Result.WARNING, Result.MET);

    private final CheckingEligibility checking;
    private final Applicants applicants;
    private final Editing editing;
    private final Moving moving;

    VerdictPages(CheckingEligibility checking, Applicants applicants, Editing editing, Moving moving) {
        this.checking = checking;
        this.applicants = applicants;
        this.editing = editing;
        this.moving = moving;
    }

    VerdictPage of(Application application, Actor worker, Instant now) {
        var cycle = moving.cycle(application, now);
        var checked = checking.of(application, cycle, now);
        var verdict = checked.verdict();
        var year = verdict.earliestYear();
        boolean proof = !checked.conditions(Result.UNKNOWN).isEmpty();
        return new VerdictPage(
                cycle.name(),
                applicants.occupation(application, cycle) + " "
                        + application.level().full(),
                sign(verdict.overall()),
                tone(verdict.overall()),
                heading(verdict.overall(), cycle, application),
                counts(checked),
                year == null ? "按现在的情况，近年内" : proof ? "证明通过后，最早可申报" : "最早可申报",
                year == null ? "还不能申报" : year + "年",
                verdict.pathTitle(),
                verdict.conditions().stream()
                        .sorted(Comparator.comparing(one -> ORDER.indexOf(one.result())))
                        .map(VerdictPages::line)
                        .toList(),
                changes(checked, cycle),
                verdict.paths().stream()
                        .filter(one -> !Objects.equals(one.id(), verdict.path()))
                        .map(VerdictPages::other)
                        .toList(),
                verdict.materials(),
                "%s第 %d 版，校验码 %s"
                        .formatted(
                                cycle.name(), cycle.version(), verdict.rules().substring(0, 8)),
                editing.isOpen(application, worker, now));
    }

    private static String heading(Overall overall, Cycle cycle, Application application) {
        var level = application.level().label();
        return cycle.year() + "年"
                + switch (overall) {
                    case ELIGIBLE -> "可以申报" + level;
                    case INELIGIBLE -> "还不能申报" + level;
                    case UNDETERMINED -> "能不能申报" + level + "，还要证明";
                };
    }

    private static String counts(Checked checked) {
        var counts = new ArrayList<String>();
        for (var result : List.of(Result.MET, Result.UNMET, Result.UNKNOWN, Result.WARNING)) {
            int count = checked.conditions(result).size();
            if (count > 0) {
                counts.add(count + " 项" + result.label());
            }
        }
        return checked.verdict().conditions().size() + " 项条件：" + String.join("，", counts);
    }

    private static ConditionLine line(Condition one) {
        return new ConditionLine(
                sign(one.result()),
                one.result().label(),
                one.sentence(),
                one.open(),
                one.fact(),
                one.needed(),
                List.of(one.clause().split(" ", 2)));
    }

    private static Sign sign(Result result) {
        return switch (result) {
            case MET -> Sign.MET;
            case UNMET -> Sign.UNMET;
            case UNKNOWN -> Sign.PROOF;
            case WARNING -> Sign.DUE;
        };
    }

    private static Sign sign(Overall overall) {
        return switch (overall) {
            case ELIGIBLE -> Sign.MET;
            case INELIGIBLE -> Sign.UNMET;
            case UNDETERMINED -> Sign.PROOF;
        };
    }

    private static String tone(Overall overall) {
        return switch (overall) {
            case ELIGIBLE -> "met";
            case INELIGIBLE -> "unmet";
            case UNDETERMINED -> "proof";
        };
    }

    /** What can be done now, and what only time or a change brings. An unknown does not bar: it says what has to be shown. */
    private static List<Change> changes(Checked checked, Cycle cycle) {
        var changes = new ArrayList<Change>();
        checked.conditions(Result.UNKNOWN)
                .forEach(one -> changes.add(new Change(true, "证明：" + one.sentence(), ended(one.needed()))));
        checked.conditions(Result.WARNING)
                .forEach(one -> changes.add(new Change(true, "提交时确认：" + one.sentence(), ended(one.needed()))));
        var year = checked.verdict().earliestYear();
        var later = year != null && year > cycle.year() ? "其他情况不变时，" + year + "年不再有不符合的条件。" : "";
        checked.conditions(Result.UNMET)
                .forEach(one -> changes.add(new Change(false, "须改变：" + one.sentence(), ended(one.needed()) + later)));
        return changes;
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("。") ? text : text + "。";
    }

    private static OtherPath other(PathOutcome one) {
        var result = switch (one.overall()) {
            case ELIGIBLE -> "符合";
            case INELIGIBLE -> "不符合";
            case UNDETERMINED -> "待证明";
        };
        return new OtherPath(one.title(), sign(one.overall()), result, ended(String.join("；", one.obstacles())));
    }
}
