package org.gongkao.application.closing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Agency;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** 上报机构。Who reports its review to whom in a year: the counties that review, to their city; the cities, to the province. */
@Component
class Reporters {

    /** 上报机构与年度。An agency with its year as it holds for it. */
    record Reporter(Agency agency, Cycle cycle) {

        int year() {
            return cycle.year();
        }
    }

    private final Organisation organisation;
    private final Cycles cycles;

    Reporters(Organisation organisation, Cycles cycles) {
        this.organisation = organisation;
        this.cycles = cycles;
    }

    /** An agency's own report, or that of one directly below; to everybody else there is none. */
    Reporter get(String agencyCode, Actor actor, Instant now) {
        var agency = organisation
                .findAgency(agencyCode)
                .filter(found -> found.superior() != null && isSeenBy(found, actor))
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var reporter = new Reporter(agency, cycles.current(agencyCode, now));
        if (!reports(reporter)) {
            throw new Refusal(ClosingRefusal.NOT_REVIEWING);
        }
        return reporter;
    }

    /** The actor's own agency, where it reports to anybody. */
    Optional<Reporter> own(Actor actor, Instant now) {
        return Optional.of(agency(actor.office().code()))
                .filter(agency -> agency.superior() != null)
                .map(agency -> new Reporter(agency, cycles.current(agency.code(), now)))
                .filter(this::reports);
    }

    Agency agency(String code) {
        return organisation.agency(code);
    }

    /** Those who report to an agency, by code. */
    List<Reporter> below(Office superior, Instant now) {
        return organisation.below(superior.code()).stream()
                .map(agency -> new Reporter(agency, cycles.current(agency.code(), now)))
                .filter(this::reports)
                .toList();
    }

    private boolean reports(Reporter reporter) {
        var agency = reporter.agency();
        if (agency.level() == AgencyLevel.COUNTY) {
            return organisation.hasTakenOver(agency.code(), reporter.cycle());
        }
        // A city whose year nobody has published here reviews elsewhere.
        var planned = reporter.cycle().regionCode();
        return planned.equals(agency.code()) || planned.equals(agency.superior());
    }

    private static boolean isSeenBy(Agency agency, Actor actor) {
        var office = actor.office();
        return office.kind() == Office.Kind.AGENCY
                && (office.code().equals(agency.code()) || office.code().equals(agency.superior()));
    }
}
