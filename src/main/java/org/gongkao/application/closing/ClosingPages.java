package org.gongkao.application.closing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.closing.ClosingPage.Acts;
import org.gongkao.application.closing.ClosingPage.ChangeRow;
import org.gongkao.application.closing.ClosingPage.MemberRow;
import org.gongkao.application.closing.ClosingPage.Open;
import org.gongkao.application.closing.ClosingPage.ScanCard;
import org.gongkao.application.closing.ClosingPage.Typed;
import org.gongkao.application.closing.ClosingPage.VersionRow;
import org.gongkao.application.closing.Report.Member;
import org.gongkao.application.closing.Reporters.Reporter;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds a report's page. Until it is closed it shows what would be reported; then what was, and what has changed since. */
@Component
class ClosingPages {

    private static final int CHANGES = 50;

    private final Reporters reporters;
    private final Closings closings;
    private final ClosedVersions versions;
    private final LiveFigures live;
    private final DraftingReport drafting;
    private final ClosingWords words;

    ClosingPages(
            Reporters reporters,
            Closings closings,
            ClosedVersions versions,
            LiveFigures live,
            DraftingReport drafting,
            ClosingWords words) {
        this.reporters = reporters;
        this.closings = closings;
        this.versions = versions;
        this.live = live;
        this.drafting = drafting;
        this.words = words;
    }

    ClosingPage page(String agencyCode, Typed typed, List<Fault> faults, Actor actor, Instant now) {
        var reporter = reporters.get(agencyCode, actor, now);
        var closing = closings.get(reporter.agency(), reporter.year());
        var all = versions.of(closing);
        var reported = closing.state().holds() ? all.getFirst() : null;
        var changes = reported == null ? List.<LiveFigures.Change>of() : live.since(reported, closing, CHANGES);
        var members = drafting.members(closing, now);
        boolean otherMembers = reported != null && !versions.members(reported).equals(members);
        var scan = all.isEmpty() ? Optional.<ClosedVersions.Scan>empty() : versions.scan(all.getFirst());
        var standing = new Standing(
                closing,
                reporter,
                closing.sideOf(actor),
                live.of(closing.office(), closing.year()),
                members,
                otherMembers || !changes.isEmpty(),
                scan.isPresent(),
                now);
        var shown = reported == null ? standing.current() : versions.figures(reported);
        var inReport = reported == null ? members : versions.members(reported);
        return new ClosingPage(
                agencyCode,
                reporter.agency().name(),
                standing.isSuperior(),
                closing.state().sign(),
                closing.state().label(),
                closing.version(),
                standing.current().hash(),
                words.brief(standing),
                words.heading(reported, shown, inReport),
                open(shown, standing.isSuperior()),
                List.of(words.byLevel(shown), words.byOccupation(shown, reporter.cycle())),
                outstanding(reported, closing, actor),
                members(inReport, closing),
                changes.isEmpty() ? 0 : changes.getFirst().all(),
                changes.stream().map(one -> change(one, reporter)).toList(),
                acts(standing, actor),
                ClosingWords.why(standing),
                said(closing),
                typed,
                all.stream().map(ClosingPages::row).toList(),
                scan.map(one -> new ScanCard(all.getFirst().version(), one.name(), Shanghai.minute(one.at())))
                        .orElse(null),
                history(closing),
                faults);
    }

    private static Acts acts(Standing standing, Actor actor) {
        var offered = standing.closing().offered(actor, standing.open(), standing.met());
        return new Acts(
                offered.contains(ClosingAct.CLOSE),
                offered.contains(ClosingAct.STAMP),
                offered.contains(ClosingAct.ACCEPT),
                offered.contains(ClosingAct.SEND_BACK),
                offered.contains(ClosingAct.REOPEN));
    }

    private ChangeRow change(LiveFigures.Change one, Reporter reporter) {
        return new ChangeRow(
                one.number(),
                words.choice(one.level(), one.occupation(), reporter.cycle()),
                word(one.before()),
                word(one.after()));
    }

    private static List<Open> open(Figures figures, boolean superior) {
        var open = new ArrayList<Open>();
        for (var one : Conclusion.values()) {
            if (one.isOpen() && figures.of(one) > 0) {
                open.add(new Open(one.label(), figures.of(one), superior ? "" : one.list()));
            }
        }
        return open;
    }

    private List<Line> outstanding(@Nullable ClosedVersion reported, Closing closing, Actor actor) {
        var waiting = reported == null ? drafting.outstanding(closing, actor) : versions.outstanding(reported);
        return waiting.stream()
                .map(one -> new Line(one.label(), one.files() + " 份"))
                .toList();
    }

    /** As they are in the report, each beside how it stands now. */
    private List<MemberRow> members(List<Member> reported, Closing closing) {
        return reported.stream()
                .map(one -> {
                    var agency = reporters.agency(one.agencyCode());
                    var state = closings.get(agency, closing.year()).state();
                    var hash = one.contentHash();
                    return new MemberRow(
                            agency.name(),
                            ClosingRooms.HERE + "/" + one.agencyCode(),
                            state.sign(),
                            state.label(),
                            hash == null ? "—" : Integer.toString(one.total()),
                            hash == null ? "—" : Integer.toString(one.approved()),
                            hash == null ? "未接收，不在汇总表内" : "第 " + one.memberVersion() + " 版 " + hash.substring(0, 16));
                })
                .toList();
    }

    /** The reason that was given last, while it still asks for something. */
    private String said(Closing closing) {
        if (closing.state() != ClosingState.SENT_BACK && closing.state() != ClosingState.REOPENED) {
            return "";
        }
        var last = closings.acts(closing).getLast();
        return words.office(closing.superior()) + last.act().label() + "的理由：" + last.reason();
    }

    private List<Line> history(Closing closing) {
        return closings.acts(closing).stream()
                .map(one -> new Line(
                        Shanghai.minute(one.at()),
                        one.act().label() + "　第 " + one.version() + " 版　"
                                + words.office(Office.parse(one.office())) + "　" + one.actorName()
                                + (one.reason().isEmpty() ? "" : "：" + one.reason())))
                .toList();
    }

    private static VersionRow row(ClosedVersion one) {
        return new VersionRow(
                one.version(),
                Shanghai.minute(one.closedAt()),
                one.by(),
                one.responsible(),
                one.occasion(),
                one.total(),
                one.shortHash());
    }

    private static String word(@Nullable Conclusion conclusion) {
        return conclusion == null ? "不在表内" : conclusion.label();
    }
}
