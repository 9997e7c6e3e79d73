package org.gongkao.application.closing;

import java.time.Instant;
import org.gongkao.application.ClosingMoved;
import org.gongkao.application.closing.ClosingMoves.Move;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 汇总上报。An agency closes its review: what is on the list then is decided on no further. */
@Component
class ReportingReview {

    private static final int LONGEST_NAME = 30;

    private final Reporters reporters;
    private final Closings closings;
    private final ClosedVersions versions;
    private final DraftingReport drafting;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReportingReview(
            Reporters reporters,
            Closings closings,
            ClosedVersions versions,
            DraftingReport drafting,
            Audit audit,
            ApplicationEventPublisher events) {
        this.reporters = reporters;
        this.closings = closings;
        this.versions = versions;
        this.drafting = drafting;
        this.audit = audit;
        this.events = events;
    }

    /** Only what was on the screen: the report's version and the very numbers. Answers the number of the new version. */
    @Transactional
    public int close(
            String agencyCode, int seenVersion, String seenFigures, String responsible, Actor by, Instant arrived) {
        var reporter = reporters.get(agencyCode, by, arrived);
        var cycle = reporter.cycle();
        var closing = closings.lock(reporter.agency(), reporter.year()).asSeenAt(seenVersion);
        var move = closing.check(ClosingAct.CLOSE, by, Within.openAt(cycle, arrived), registrationEnd(cycle));
        var name = responsible.strip();
        if (name.length() < 2 || name.length() > LONGEST_NAME) {
            throw new Refusal(ClosingRefusal.RESPONSIBLE_MISSING);
        }
        var report = drafting.report(closing, name, by, arrived);
        require(move, closing, report, cycle);
        if (!report.figures().hash().equals(seenFigures)) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        versions.add(closing, report, occasion(closing), by);
        long act = closings.write(closing, move, report.version(), closings.lastAct(), "", by, arrived);
        audit.record(by, ClosingAct.CLOSE.label(), closing.subject(), "第 " + report.version() + " 版");
        events.publishEvent(new ClosingMoved(closing.id(), act));
        return report.version();
    }

    private void require(Move move, Closing closing, Report report, Cycle cycle) {
        switch (move.needs()) {
            case ALL_DECIDED -> {
                var open = Standing.waits(report.figures(), report.members());
                if (!open.isEmpty()) {
                    throw new Refusal(
                            ClosingRefusal.NOT_DECIDED,
                            String.join("，", open),
                            Shanghai.deadline(cycle.window(Window.REVIEW).to()));
                }
            }
            case CHANGED -> {
                var reported = versions.report(closing, versions.get(closing, closing.latest()));
                if (report.saysTheSameAs(reported)) {
                    throw new Refusal(ClosingRefusal.NOTHING_CHANGED, closing.latest());
                }
            }
            case RESPONSIBLE,
                    SCAN,
                    STAMPED,
                    REASON -> {} // the name has been asked for; the others belong to other acts
        }
    }

    static String registrationEnd(Cycle cycle) {
        return Shanghai.deadline(cycle.window(Window.REGISTRATION).to());
    }

    /** Why there is this version, as its line says. */
    private static String occasion(Closing closing) {
        return switch (closing.state()) {
            case OPEN -> "首次上报";
            case SENT_BACK -> "退回后重报";
            case REOPENED -> "重新打开后再报";
            case CLOSED, ACCEPTED -> "上报后有变化，补报";
        };
    }
}
