package org.gongkao.application.roster;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the agency's list of its units' rosters, a screen at a time and with as many statements for fifty units as for one. */
@Component
class RosterOverview {

    static final int SCREEN = 50;

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final LineChecks checks;
    private final Cycles cycles;

    RosterOverview(LiveRosters live, FrozenRosters frozen, LineChecks checks, Cycles cycles) {
        this.live = live;
        this.frozen = frozen;
        this.checks = checks;
        this.cycles = cycles;
    }

    /** {@code unit} narrows the list: a whole code, or a part of the name; empty for all. */
    RosterOverviewPage of(Actor agency, String unit, String after, Instant now) {
        int year = cycles.current(agency.office().code(), now).year();
        var found = live.units(agency, year, unit, after, SCREEN + 1);
        var units = found.subList(0, Math.min(found.size(), SCREEN));
        var next = found.size() > SCREEN ? path(unit, units.getLast().unitCode()) : "";
        return new RosterOverviewPage(
                rows(units, year, now), live.paying(agency, year), unit, after.isEmpty() ? "" : path(unit, ""), next);
    }

    private static String path(String unit, String after) {
        return Address.of("/rosters").with("unit", unit).with("after", after).toString();
    }

    private List<RosterOverviewPage.Row> rows(List<LiveRosters.UnitPaid> units, int year, Instant now) {
        var rosters = live.of(cyclesOf(units, now));
        var said = checks.of(rosters.values().stream()
                .flatMap(roster -> roster.lines().stream())
                .toList());
        var latest = frozen.latest(rosters.keySet(), year);
        var stamped = frozen.stamped(latest.values());
        return units.stream()
                .map(unit -> {
                    var roster = Objects.requireNonNull(rosters.get(unit.unitCode()));
                    var version = latest.get(unit.unitCode());
                    return row(unit, roster, said, version, version != null && stamped.contains(version.id()));
                })
                .toList();
    }

    /** Units of one agency share its year. */
    private Map<String, Cycle> cyclesOf(List<LiveRosters.UnitPaid> units, Instant now) {
        var ofAgency = new HashMap<String, Cycle>();
        var ofUnit = new HashMap<String, Cycle>();
        for (var unit : units) {
            ofUnit.put(
                    unit.unitCode(),
                    ofAgency.computeIfAbsent(unit.agencyCode(), agency -> cycles.current(agency, now)));
        }
        return ofUnit;
    }

    private static RosterOverviewPage.Row row(
            LiveRosters.UnitPaid unit,
            Roster roster,
            Map<String, LineCheck> said,
            @Nullable RosterVersion latest,
            boolean scanned) {
        int wrong = (int) roster.lines().stream()
                .map(line -> said.get(line.number()))
                .filter(check -> check != null && check.verdict() == LineCheck.Verdict.WRONG)
                .count();
        boolean same = latest != null && latest.hash().equals(roster.hash());
        boolean stamped = same && scanned;
        var sign = stamped ? Sign.MET : wrong > 0 ? Sign.PROOF : same ? Sign.NOW : Sign.REST;
        var state = stamped ? "已盖章报送" : wrong > 0 ? "报告有误 " + wrong + " 人" : same ? "已定稿，待盖章" : "核实中";
        return new RosterOverviewPage.Row(
                unit.unitCode(),
                unit.unitName(),
                unit.paid(),
                wrong,
                latest == null ? "无" : "第 " + latest.version() + " 版",
                sign,
                state);
    }
}
