package org.gongkao.application.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Option;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** Builds the roster's page for the unit and for its agency. */
@Component
class RosterPages {

    private final LiveRosters live;
    private final FrozenRosters frozen;
    private final LineChecks checks;
    private final Organisation organisation;
    private final Catalogue catalogue;

    RosterPages(
            LiveRosters live, FrozenRosters frozen, LineChecks checks, Organisation organisation, Catalogue catalogue) {
        this.live = live;
        this.frozen = frozen;
        this.checks = checks;
        this.organisation = organisation;
        this.catalogue = catalogue;
    }

    RosterPage of(String unitCode, RosterPage.Typed typed, List<Fault> faults, Actor actor, Instant now) {
        var roster = live.of(unitCode, actor, now);
        var said = checks.of(roster);
        var versions = frozen.versions(unitCode, roster.year());
        var latest = versions.stream().findFirst();
        var scan = latest.flatMap(frozen::scan);
        boolean agency = actor.office().kind() == Office.Kind.AGENCY;
        var occupations = agency ? occupations(unitCode, now) : Map.<Level, List<Option>>of();
        boolean confirmed = said.values().stream().allMatch(check -> check.verdict() == LineCheck.Verdict.CONFIRMED);
        boolean isNew = latest.isEmpty() || !latest.get().hash().equals(roster.hash());
        return new RosterPage(
                unitCode,
                organisation.unit(unitCode).name(),
                agency,
                RosterPage.brief(roster, said, latest, scan.isPresent()),
                roster.lines().stream()
                        .map(line -> RosterPage.row(
                                line,
                                Objects.requireNonNull(said.get(line.number())),
                                occupations.getOrDefault(line.level(), List.of())))
                        .toList(),
                roster.hash(),
                !agency && confirmed && isNew && !roster.lines().isEmpty(),
                RosterPage.versions(versions, roster.hash()),
                compared(roster, versions),
                scan.map(one -> new RosterPage.ScanCard(
                                latest.orElseThrow().version(), one.name(), Shanghai.minute(one.at())))
                        .orElse(null),
                typed,
                faults);
    }

    /** What has changed since the newest version, and what each version changed, newest first. */
    private List<RosterPage.Compared> compared(Roster roster, List<RosterVersion> versions) {
        var compared = new ArrayList<RosterPage.Compared>();
        var later = roster;
        var heading = "定稿以后的变动";
        for (var version : versions) {
            var content = frozen.content(version);
            compared.add(new RosterPage.Compared(heading, RosterDifference.between(content, later)));
            later = content;
            heading = "第 " + version.version() + " 版与上一版的差异";
        }
        return compared.stream().filter(one -> !one.differences().isEmpty()).toList();
    }

    private Map<Level, List<Option>> occupations(String unitCode, Instant now) {
        var cycle = live.cycle(unitCode, now);
        var options = new EnumMap<Level, List<Option>>(Level.class);
        for (var level : Level.values()) {
            options.put(
                    level,
                    catalogue.open(cycle, level).stream()
                            .map(one -> Option.of(one.code(), one.name()))
                            .toList());
        }
        return options;
    }
}
