package org.gongkao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Act;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Level;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.gongkao.supervision.Decisions.Filter;
import org.gongkao.supervision.Oversight.Overseen;
import org.gongkao.supervision.PlacePage.Decided;
import org.gongkao.supervision.PlacePage.Looked;
import org.gongkao.supervision.PlacePage.OfficerLine;
import org.gongkao.supervision.Risk.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of one agency together. */
@Component
class PlacePages {

    private final Figures figures;
    private final Decisions decisions;

    PlacePages(Figures figures, Decisions decisions) {
        this.figures = figures;
        this.decisions = decisions;
    }

    PlacePage page(Overseen agency, List<Overseen> range, Filter filter, @Nullable String before, Instant now) {
        var line = figures.of(List.of(agency), now).getFirst();
        var limits = agency.cycle().section(RiskLimits.class);
        var officers = decisions.officers(range).stream()
                .filter(one -> one.office().equals(agency.office().toString()))
                .toList();
        var risks = officers.stream()
                .flatMap(officer -> Risk.of(officer, limits).stream())
                .toList();
        var page = decisions.list(agency, filter, before);
        var path = path(agency, filter);
        return new PlacePage(
                agency.name(),
                brief(agency, line, risks.size()),
                facts(line),
                risks.stream().map(risk -> looked(agency, risk)).toList(),
                words(limits),
                officers.stream().map(officer -> officer(agency, officer)).toList(),
                chips(agency, filter, officers),
                page.rows().stream().map(PlacePages::decided).toList(),
                figures.oldest(agency).stream()
                        .map(one -> new PlacePage.Waited(
                                one.number(),
                                "/reviews/" + one.number(),
                                Level.of(one.level()).full(),
                                Shanghai.minute(one.heldSince())))
                        .toList(),
                agency.own() ? "" : CheckController.LIST + "/new?agency=" + agency.code(),
                agency.own() || line.waiting().late() == 0 ? "" : "/reviews?desk=late_below",
                before == null ? "" : path,
                page.next() == null ? "" : path + (path.contains("?") ? "&" : "?") + "before=" + page.next());
    }

    private static Brief brief(Overseen agency, Figures.Line line, int risks) {
        long late = line.waiting().late();
        return new Brief(
                "事中事后监管",
                agency.cycle().name(),
                late > 0 ? "过问 " + late + " 份超期的申报" : risks > 0 ? "看一看 " + risks + " 条提示" : "没有需要过问的",
                late > 0 && risks > 0 ? "另有 " + risks + " 条提示" : "",
                Shanghai.deadline(agency.cycle().window(Window.REVIEW).to()),
                "资格审查截止");
    }

    private static List<Line> facts(Figures.Line line) {
        var waiting = line.waiting();
        var decided = line.decided();
        var oldest = waiting.oldest();
        return List.of(
                new Line("待审", Share.count(waiting.waiting()) + " 份"),
                new Line("最早到达", oldest == null ? "—" : Shanghai.minute(oldest)),
                new Line(
                        "承诺时限",
                        "前半 " + waiting.firstHalf() + "，过半 " + waiting.secondHalf() + "，将到期 " + waiting.dueSoon()
                                + "，超期 " + waiting.late()),
                new Line("已作决定", Share.count(decided.all()) + " 份"),
                new Line("通过", Share.count(decided.approved()) + " 份，" + Share.of(decided.approved(), decided.all())),
                new Line("退回修改", Share.count(decided.returned()) + " 份，" + Share.of(decided.returned(), decided.all())),
                new Line(
                        "审核不通过", Share.count(decided.rejected()) + " 份，" + Share.of(decided.rejected(), decided.all())),
                new Line("用时中位数", OverviewPages.days(decided) + (decided.median() == null ? "" : "（工作日，从到达到决定）")));
    }

    private static String words(RiskLimits limits) {
        return "过快：距本人上一份决定不足 " + limits.fastSeconds() + " 秒，满 " + limits.fastCount() + " 份，批量办理的不计。过宽：通过率高出其他审核员 "
                + limits.lenientPoints() + " 个百分点，决定满 " + limits.lenientCount() + " 份才比较。夜间集中：" + limits.nightFrom()
                + ":00 至次日 " + limits.nightTo() + ":00 一晚满 " + limits.nightCount() + " 份。";
    }

    private static Looked looked(Overseen agency, Risk risk) {
        return new Looked(
                risk.kind().label(),
                risk.officer().name(),
                risk.facts(),
                path(agency, new Filter(risk.kind(), risk.officer().accountId())) + "#t-decisions");
    }

    private static OfficerLine officer(Overseen agency, Officer officer) {
        return new OfficerLine(
                officer.name(),
                path(agency, new Filter(null, officer.accountId())) + "#t-decisions",
                Share.count(officer.decided()),
                Share.of(officer.approved(), officer.decided()),
                Share.count(officer.fast()),
                Share.count(officer.nightly()));
    }

    private static List<Chip> chips(Overseen agency, Filter filter, List<Officer> officers) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部决定", path(agency, Filter.ALL), filter.equals(Filter.ALL)));
        officers.stream()
                .filter(officer -> Long.valueOf(officer.accountId()).equals(filter.officer()))
                .forEach(officer -> chips.add(Chip.of(
                        officer.name() + "的全部",
                        path(agency, new Filter(null, officer.accountId())),
                        filter.kind() == null)));
        for (var kind : RiskKind.values()) {
            chips.add(Chip.of(
                    kind == RiskKind.LENIENT ? "只看通过" : kind == RiskKind.FAST ? "只看过快" : "只看夜间",
                    path(agency, new Filter(kind, filter.officer())),
                    filter.kind() == kind));
        }
        return chips;
    }

    private static String path(Overseen agency, Filter filter) {
        var path = SupervisionController.LIST + "/" + agency.code();
        var kind = filter.kind() == null ? "" : "sign=" + filter.kind().key();
        var officer = filter.officer() == null ? "" : "officer=" + filter.officer();
        var query = kind.isEmpty() || officer.isEmpty() ? kind + officer : kind + "&" + officer;
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Decided decided(Decisions.Row row) {
        var act = Act.valueOf(row.act());
        return new Decided(
                row.number(),
                "/reviews/" + row.number(),
                Level.of(row.level()).full(),
                switch (act) {
                    case APPROVE -> Sign.MET;
                    case RETURN -> Sign.DUE;
                    default -> Sign.UNMET;
                },
                act.label(),
                row.actorName(),
                Shanghai.second(row.at()),
                note(row));
    }

    private static String note(Decisions.Row row) {
        var gap = row.gap();
        var since = row.batch() ? "批量办理" : gap == null ? "" : "距上一份 " + span(gap);
        return row.night() ? since.isEmpty() ? "夜间" : since + "，夜间" : since;
    }

    private static String span(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120
                ? whole + " 秒"
                : whole < 7_200 ? whole / 60 + " 分钟" : whole < 172_800 ? whole / 3_600 + " 小时" : whole / 86_400 + " 天";
    }
}
