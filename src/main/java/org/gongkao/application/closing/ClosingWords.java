package org.gongkao.application.closing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gongkao.application.closing.ClosingPage.Row;
import org.gongkao.application.closing.ClosingPage.Table;
import org.gongkao.application.closing.Report.Member;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report in words, for its page and its paper. */
@Component
class ClosingWords {

    private static final Line CHANGED = new Line("补报", "上报后有变化");

    private final Catalogue catalogue;
    private final Organisation organisation;

    ClosingWords(Catalogue catalogue, Organisation organisation) {
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    String office(Office office) {
        return organisation.officeName(office);
    }

    String occupation(String code, Cycle cycle) {
        return catalogue.find(cycle, code).map(Occupation::name).orElse(code);
    }

    String choice(int level, String occupation, Cycle cycle) {
        return Level.of(level).full() + " " + occupation(occupation, cycle);
    }

    Table byLevel(Figures figures) {
        var columns = figures.conclusions();
        var rows = Arrays.stream(Level.values())
                .map(level -> row(level.full(), columns, one -> figures.of(level, one)))
                .toList();
        return table("按等级", "等级", figures, rows);
    }

    Table byOccupation(Figures figures, Cycle cycle) {
        var columns = figures.conclusions();
        var rows = figures.occupations().stream()
                .map(code -> row(occupation(code, cycle), columns, one -> figures.of(code, one)))
                .toList();
        return table("按工种", "工种", figures, rows);
    }

    private static Table table(String caption, String what, Figures figures, List<Row> rows) {
        var columns = figures.conclusions();
        var names = new ArrayList<>(columns.stream().map(Conclusion::label).toList());
        names.add("合计");
        var all = new ArrayList<>(rows);
        if (!rows.isEmpty()) {
            all.add(row("合计", columns, figures::of));
        }
        return new Table(caption, what, names, all);
    }

    private static Row row(String label, List<Conclusion> columns, ToIntFunction<Conclusion> count) {
        var counts = new ArrayList<Integer>();
        columns.forEach(one -> counts.add(count.applyAsInt(one)));
        counts.add(counts.stream().mapToInt(Integer::intValue).sum());
        return new Row(label, counts);
    }

    /** The agency's own files, and with counties below what comes together. */
    String heading(@Nullable ClosedVersion reported, Figures figures, List<Member> members) {
        int approved = figures.of(Conclusion.APPROVED);
        int rejected = figures.of(Conclusion.REJECTED);
        return (reported == null ? "现在 " : "第 " + reported.version() + " 版：")
                + (members.isEmpty() ? "" : "本级 ")
                + counts(figures.total(), approved, rejected)
                + (members.isEmpty()
                        ? ""
                        : "；连同所辖县区共 "
                                + counts(
                                        figures.total()
                                                + members.stream()
                                                        .mapToInt(Member::total)
                                                        .sum(),
                                        approved
                                                + members.stream()
                                                        .mapToInt(Member::approved)
                                                        .sum(),
                                        rejected
                                                + members.stream()
                                                        .mapToInt(Member::rejected)
                                                        .sum()));
    }

    private static String counts(int total, int approved, int rejected) {
        return total + " 份申报，审查通过 " + approved + " 份，不通过 " + rejected + " 份";
    }

    Brief brief(Standing standing) {
        var closing = standing.closing();
        var asked = standing.isSuperior() ? askedAbove(standing) : asked(standing);
        boolean done = closing.state() == ClosingState.ACCEPTED && !standing.changed();
        return new Brief(
                closing.state().label(),
                standing.reporter().cycle().name() + "资格审查"
                        + (closing.latest() == 0 ? "" : "，第 " + closing.latest() + " 版"),
                asked.label(),
                asked.value(),
                done ? "无" : standing.end(),
                done ? "" : standing.isOver() ? "资格审查已截止，请尽快办理" : "资格审查、汇总上报截止，考务通知六（三）");
    }

    private static Line asked(Standing standing) {
        return switch (standing.closing().state()) {
            case OPEN, REOPENED ->
                standing.waits().isEmpty()
                        ? new Line("汇总上报", "审查已全部办结")
                        : standing.isOver()
                                ? new Line("汇总上报", "没有办结的写入汇总表")
                                : new Line("办结审查", String.join("，", standing.waits()));
            case SENT_BACK -> new Line("改正后重新上报", "审核决定没有打开，只重报汇总表");
            case CLOSED ->
                standing.changed()
                        ? CHANGED
                        : standing.stamped() ? new Line("等待上级审核", "") : new Line("打印盖章，上传扫描件", "上传后上级才能接收");
            case ACCEPTED -> standing.changed() ? CHANGED : new Line("不用办理", "上级已接收");
        };
    }

    private static Line askedAbove(Standing standing) {
        return switch (standing.closing().state()) {
            case OPEN -> new Line("等待上报", "逾期的请催办");
            case REOPENED, SENT_BACK -> new Line("等待重新上报", "");
            case CLOSED -> standing.stamped() ? new Line("审核后接收", "有误的退回重报") : new Line("等待盖章扫描件", "也可以退回重报");
            case ACCEPTED -> new Line("不用办理", "确需更改的写明理由重新打开");
        };
    }

    /** Why the report cannot be closed or accepted now; nothing where it can. */
    static String why(Standing standing) {
        var state = standing.closing().state();
        if (standing.isSuperior()) {
            return state == ClosingState.CLOSED && !standing.stamped() ? "上报机构还没有上传现行版的盖章扫描件，上传后才能接收。" : "";
        }
        if (state.holds() || standing.isOver()) {
            return "";
        }
        if (!standing.open().contains(Within.REVIEW_RUNNING)) {
            return "网上注册报名 "
                    + ReportingReview.registrationEnd(standing.reporter().cycle()) + " 截止，在此之前还可能有新的申报，截止后才能汇总上报。";
        }
        return standing.waits().isEmpty()
                ? ""
                : "还不能汇总上报：" + String.join("，", standing.waits()) + "。全部办结后，或者资格审查 " + standing.end() + " 截止后，就可以上报。";
    }
}
