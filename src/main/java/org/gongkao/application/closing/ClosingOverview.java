package org.gongkao.application.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.application.closing.ClosingsPage.Row;
import org.gongkao.application.closing.Reporters.Reporter;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Builds the list of those who report to an agency: who has not, what each lacks, until when. */
@Component
class ClosingOverview {

    private final Reporters reporters;
    private final Closings closings;
    private final ClosedVersions versions;
    private final LiveFigures live;

    ClosingOverview(Reporters reporters, Closings closings, ClosedVersions versions, LiveFigures live) {
        this.reporters = reporters;
        this.closings = closings;
        this.versions = versions;
        this.live = live;
    }

    ClosingsPage of(Actor actor, Instant now) {
        var below = reporters.below(actor.office(), now);
        var figures = below.isEmpty()
                ? Map.<String, Map<Conclusion, Integer>>of()
                : live.below(actor.office(), below.getFirst().year());
        var states = below.stream()
                .map(one -> closings.get(one.agency(), one.year()))
                .toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < below.size(); i++) {
            var one = below.get(i);
            rows.add(row(one, states.get(i), figures.getOrDefault(one.agency().code(), Map.of()), now));
        }
        return new ClosingsPage(
                brief(below, states, now),
                heading(states),
                reporters
                        .own(actor, now)
                        .map(one -> ClosingRooms.HERE + "/" + one.agency().code())
                        .orElse(""),
                ClosingRefusal.NOT_REVIEWING.sentence(),
                rows,
                sum(rows));
    }

    private Row row(Reporter reporter, Closing closing, Map<Conclusion, Integer> figures, Instant now) {
        var until = reporter.cycle().window(Window.REVIEW).to();
        return new Row(
                reporter.agency().name(),
                ClosingRooms.HERE + "/" + closing.agencyCode(),
                closing.state().sign(),
                closing.state().label(),
                figures.values().stream().mapToInt(Integer::intValue).sum(),
                figures.getOrDefault(Conclusion.APPROVED, 0),
                figures.getOrDefault(Conclusion.REJECTED, 0),
                missing(closing, figures),
                closing.state().holds() ? "" : Shanghai.deadline(until) + (until.isAfter(now) ? "" : "（已截止）"));
    }

    /** What is not there yet, whether the report or a paper of it. */
    private String missing(Closing closing, Map<Conclusion, Integer> figures) {
        if (closing.state() == ClosingState.CLOSED
                && versions.scan(versions.get(closing, closing.latest())).isEmpty()) {
            return "盖章扫描件";
        }
        if (closing.state().holds() && closing.state() != ClosingState.SENT_BACK) {
            return "";
        }
        var open = new ArrayList<String>();
        open.add("汇总表");
        for (var one : Conclusion.values()) {
            if (one.isOpen() && figures.getOrDefault(one, 0) > 0) {
                open.add(one.label() + " " + figures.get(one) + " 份");
            }
        }
        return String.join("，", open);
    }

    private static Row sum(List<Row> rows) {
        return new Row(
                "合计",
                "",
                Sign.NONE,
                "",
                rows.stream().mapToInt(Row::total).sum(),
                rows.stream().mapToInt(Row::approved).sum(),
                rows.stream().mapToInt(Row::rejected).sum(),
                "",
                "");
    }

    private static long count(List<Closing> states, ClosingState state) {
        return states.stream().filter(one -> one.state() == state).count();
    }

    private static String heading(List<Closing> states) {
        return states.size() + " 个下级机构，" + count(states, ClosingState.ACCEPTED) + " 个已接收，"
                + count(states, ClosingState.CLOSED) + " 个待审核，"
                + states.stream()
                        .filter(one -> !one.state().holds() || one.state() == ClosingState.SENT_BACK)
                        .count()
                + " 个没有上报";
    }

    private static Brief brief(List<Reporter> below, List<Closing> states, Instant now) {
        if (below.isEmpty()) {
            return new Brief("汇总上报", "", "不用办理", "", "无", "");
        }
        long waiting = count(states, ClosingState.CLOSED);
        boolean all = count(states, ClosingState.ACCEPTED) == states.size();
        var cycle = below.getFirst().cycle();
        var window = cycle.window(Window.REVIEW);
        return new Brief(
                "汇总上报",
                cycle.name() + "资格审查",
                waiting > 0 ? "审核 " + waiting + " 份汇总表" : all ? "不用办理" : "等待下级上报",
                waiting > 0 ? "接收，或者写明理由退回重报" : "",
                all ? "无" : Shanghai.deadline(window.to()),
                all ? "" : window.isOver(now) ? "资格审查已截止，请催办没有上报的" : "资格审查、汇总上报截止，考务通知六（三）");
    }
}
