package org.gongkao.application.closing;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Outstanding;
import org.gongkao.application.closing.Report.Member;
import org.gongkao.application.closing.Report.Waiting;
import org.gongkao.application.closing.Reporters.Reporter;
import org.gongkao.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 拟汇总表。Puts together what a report would say now. */
@Component
class DraftingReport {

    private final LiveFigures live;
    private final Closings closings;
    private final ClosedVersions versions;
    private final Reporters reporters;
    private final List<Outstanding> outstanding;

    DraftingReport(
            LiveFigures live,
            Closings closings,
            ClosedVersions versions,
            Reporters reporters,
            ObjectProvider<Outstanding> outstanding) {
        this.live = live;
        this.closings = closings;
        this.versions = versions;
        this.reporters = reporters;
        this.outstanding = outstanding.orderedStream().toList();
    }

    Report report(Closing closing, String responsible, Actor by, Instant now) {
        return new Report(
                closing.agencyCode(),
                closing.year(),
                closing.latest() + 1,
                responsible,
                now,
                outstanding(closing, by),
                members(closing, now),
                live.lines(closing.office(), closing.year()));
    }

    /** Each kind with its number; a nought is said too. */
    List<Waiting> outstanding(Closing closing, Actor by) {
        return outstanding.stream()
                .map(one -> new Waiting(one.label(), one.count(closing.year(), closing.office(), by)))
                .toList();
    }

    /** The agencies below with their accepted versions; whose report is not accepted, is missing. */
    List<Member> members(Closing closing, Instant now) {
        return reporters.below(closing.office(), now).stream().map(this::member).toList();
    }

    private Member member(Reporter reporter) {
        var closing = closings.get(reporter.agency(), reporter.year());
        if (closing.state() != ClosingState.ACCEPTED) {
            return new Member(closing.agencyCode(), null, null, 0, 0, 0);
        }
        var version = versions.get(closing, closing.latest());
        var figures = versions.figures(version);
        return new Member(
                closing.agencyCode(),
                version.version(),
                version.hash(),
                figures.total(),
                figures.of(Conclusion.APPROVED),
                figures.of(Conclusion.REJECTED));
    }
}
