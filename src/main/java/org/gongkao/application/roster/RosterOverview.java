package org.gongkao.application.roster;

import java.time.Instant;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Component;

/** Builds the agency's list of its units' rosters. */
@Component
class RosterOverview {

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final LineChecks checks;
    private final Cycles cycles;
    private final Organisation organisation;

    RosterOverview(
            LiveRosters live, FrozenRosters frozen, LineChecks checks, Cycles cycles, Organisation organisation) {
        this.live = live;
        this.frozen = frozen;
        this.checks = checks;
        this.cycles = cycles;
        this.organisation = organisation;
    }

    RosterOverviewPage of(Actor agency, Instant now) {
        int year = cycles.current(agency.office().code(), now).year();
        var rows = live.units(agency, year).stream()
                .map(unit -> row(unit, agency, now))
                .toList();
        int paid = rows.stream().mapToInt(RosterOverviewPage.Row::paid).sum();
        return new RosterOverviewPage(rows, paid);
    }

    private RosterOverviewPage.Row row(LiveRosters.UnitPaid unit, Actor agency, Instant now) {
        var roster = live.of(unit.unitCode(), agency, now);
        int wrong = (int) checks.of(roster).values().stream()
                .filter(check -> check.verdict() == LineCheck.Verdict.WRONG)
                .count();
        var latest = frozen.latest(unit.unitCode(), roster.year());
        boolean same = latest.filter(one -> one.hash().equals(roster.hash())).isPresent();
        boolean stamped = same && latest.flatMap(frozen::scan).isPresent();
        var sign = stamped ? Sign.MET : wrong > 0 ? Sign.PROOF : same ? Sign.NOW : Sign.REST;
        var state = stamped ? "已盖章报送" : wrong > 0 ? "报告有误 " + wrong + " 人" : same ? "已定稿，待盖章" : "核实中";
        return new RosterOverviewPage.Row(
                unit.unitCode(),
                organisation.unit(unit.unitCode()).name(),
                unit.paid(),
                wrong,
                latest.map(one -> "第 " + one.version() + " 版").orElse("无"),
                sign,
                state);
    }
}
