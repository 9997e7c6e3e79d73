package org.gongkao.application.closing;

import java.time.Instant;
import org.gongkao.application.ClosingMoved;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 接收汇总表。The agency above accepts a report, sends it back to be made again, or reopens the review; the last two with a reason. */
@Component
class ReceivingReports {

    private static final int LONGEST_REASON = 500;

    private final Reporters reporters;
    private final Closings closings;
    private final ClosedVersions versions;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ReceivingReports(
            Reporters reporters,
            Closings closings,
            ClosedVersions versions,
            Audit audit,
            ApplicationEventPublisher events) {
        this.reporters = reporters;
        this.closings = closings;
        this.versions = versions;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void receive(
            String agencyCode, int seenVersion, ClosingAct act, String reason, Actor superior, Instant arrived) {
        var reporter = reporters.get(agencyCode, superior, arrived);
        var closing = closings.lock(reporter.agency(), reporter.year()).asSeenAt(seenVersion);
        var move = closing.check(act, superior, Within.openAt(reporter.cycle(), arrived), "");
        var said = reason.strip();
        switch (move.needs()) {
            case STAMPED -> {
                if (versions.scan(versions.get(closing, closing.latest())).isEmpty()) {
                    throw new Refusal(ClosingRefusal.NOT_STAMPED, closing.latest());
                }
            }
            case REASON -> {
                if (said.isEmpty() || said.length() > LONGEST_REASON) {
                    throw new Refusal(ClosingRefusal.REASON_MISSING);
                }
            }
            // The reporter's own acts come with a list or a paper, not here.
            case ALL_DECIDED, RESPONSIBLE, CHANGED, SCAN ->
                throw new Refusal(ClosingRefusal.NOT_NOW, closing.state().label());
        }
        long line = closings.write(
                closing,
                move,
                closing.latest(),
                closing.afterAct(),
                move.needs() == Need.REASON ? said : "",
                superior,
                arrived);
        audit.record(superior, "汇总表" + act.label(), closing.subject(), "第 " + closing.latest() + " 版");
        events.publishEvent(new ClosingMoved(closing.id(), line));
    }
}
