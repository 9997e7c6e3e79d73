package org.gongkao.application.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 花名册页。The unit's page and, with other buttons, its agency's. */
record RosterPage(
        String unitCode,
        String unitName,
        boolean agency,
        Brief brief,
        List<Row> rows,
        String hash,
        boolean freezable,
        List<VersionRow> versions,
        List<Compared> compared,
        @Nullable ScanCard scan,
        Typed typed,
        List<Fault> faults) {

    private static final String NOTHING = "不用办理";

    /** 花名册页行。One worker with what was said about the line, and what it could be corrected to. */
    record Row(
            String number,
            String seen,
            String name,
            String maskedNumber,
            String sex,
            String level,
            String occupation,
            String paidOn,
            Sign sign,
            String state,
            String note,
            boolean confirmed,
            boolean wrong,
            List<Option> occupations) {}

    /** 版本行。A frozen version. */
    record VersionRow(int version, String frozenAt, String by, String reason, String hash, boolean current) {}

    /** 版本对照。What a version changed against the one before it, or what has changed since the newest. */
    record Compared(String heading, List<RosterDifference> differences) {}

    /** 已填内容。What was typed about one line and refused: it stands in that line's form again. */
    record Typed(String number, String fact, String name, String id, String occupation, String words) {

        static final Typed NONE = new Typed("", "", "", "", "", "");

        static Typed note(String number, String note) {
            return new Typed(number, "", "", "", "", note);
        }
    }

    boolean isTyped(Row row) {
        return typed.number().equals(row.number());
    }

    String fact(Row row) {
        return isTyped(row) && !typed.fact().isEmpty() ? typed.fact() : Correction.Fact.NAME.name();
    }

    String name(Row row) {
        return isTyped(row) ? typed.name() : row.name();
    }

    String id(Row row) {
        return isTyped(row) ? typed.id() : "";
    }

    boolean isChosen(Row row, Option occupation) {
        return isTyped(row)
                ? typed.occupation().equals(occupation.value())
                : row.occupation().equals(occupation.label());
    }

    String words(Row row) {
        return isTyped(row) ? typed.words() : "";
    }

    /** 扫描件卡。The stamped scan of the latest version. */
    record ScanCard(int version, String name, String at) {}

    static Row row(RosterLine line, LineCheck check, List<Option> occupations) {
        var verdict = check.verdict();
        return new Row(
                line.number(),
                SeenLine.of(line),
                line.name(),
                line.maskedNumber(),
                line.sex(),
                line.level().full(),
                line.occupation(),
                Shanghai.date(line.paidOn()),
                verdict.sign(),
                verdict.label(),
                check.note(),
                verdict == LineCheck.Verdict.CONFIRMED,
                verdict == LineCheck.Verdict.WRONG,
                occupations);
    }

    static List<VersionRow> versions(List<RosterVersion> versions, String liveHash) {
        return versions.stream()
                .map(one -> new VersionRow(
                        one.version(),
                        Shanghai.minute(one.frozenAt()),
                        one.by(),
                        one.reason(),
                        one.shortHash(),
                        one.hash().equals(liveHash)))
                .toList();
    }

    static Brief brief(Roster roster, Map<String, LineCheck> checks, Optional<RosterVersion> latest, boolean stamped) {
        long open = checks.values().stream()
                .filter(check -> check.verdict() != LineCheck.Verdict.CONFIRMED)
                .count();
        var where = "花名册 " + roster.lines().size() + " 人";
        var frozen = latest.map(one -> "第 " + one.version() + " 版已定稿").orElse("还没有定稿");
        boolean same = latest.filter(one -> one.hash().equals(roster.hash())).isPresent();
        var asked = roster.lines().isEmpty()
                ? new Line(NOTHING, "有人缴费后会列在这里")
                : same && open == 0
                        ? stamped ? new Line(NOTHING, "已上传盖章扫描件") : new Line("打印盖章，上传扫描件", "连同教材征订单一起报送")
                        : open > 0
                                ? new Line("核实 " + open + " 人的信息", same ? "已更正，核实后打印现行版盖章" : "有误的请报告")
                                : new Line("定稿花名册", "所有人员已核实无误");
        boolean nothing = asked.label().equals(NOTHING);
        return new Brief(
                where, frozen, asked.label(), asked.value(), nothing ? "无" : "及时办理", nothing ? "" : "考务通知四（五），未定日期");
    }

    long open() {
        return rows.stream().filter(row -> !row.confirmed()).count();
    }

    boolean anyToConfirm() {
        return open() > 0;
    }

    List<Line> summary() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("单位", unitName));
        lines.add(new Line("统一社会信用代码", unitCode));
        lines.add(new Line("人数", rows.size() + " 人"));
        lines.add(new Line("已核实", rows.size() - open() + " 人"));
        return List.copyOf(lines);
    }
}
