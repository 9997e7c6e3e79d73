package org.gongkao.application.closing;

import java.time.Instant;
import org.gongkao.application.closing.Reporters.Reporter;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** 查找汇总表。A reported version, for the agency that reported it and the one above; for others there is none. */
@Component
class FindingReports {

    /** 查得的汇总表。A version with the report it belongs to. */
    record Found(Reporter reporter, Closing closing, ClosedVersion version) {}

    private final Reporters reporters;
    private final Closings closings;
    private final ClosedVersions versions;

    FindingReports(Reporters reporters, Closings closings, ClosedVersions versions) {
        this.reporters = reporters;
        this.closings = closings;
        this.versions = versions;
    }

    Found find(String agencyCode, int version, Actor actor, Instant now) {
        var reporter = reporters.get(agencyCode, actor, now);
        var closing = closings.get(reporter.agency(), reporter.year());
        return new Found(reporter, closing, versions.get(closing, version));
    }
}
