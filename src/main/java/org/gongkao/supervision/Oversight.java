package org.gongkao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Agency;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Region;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 监管范围。Whose reviews an agency sees: those of the agencies directly below it that review in this year, and its own. A
 * county sees itself alone.
 */
@Component
class Oversight {

    private final Organisation organisation;
    private final Cycles cycles;

    Oversight(Organisation organisation, Cycles cycles) {
        this.organisation = organisation;
        this.cycles = cycles;
    }

    /** 监管对象。One agency within the range, by the name of its place, with the year as it holds there. */
    record Overseen(Agency agency, String name, Cycle cycle, boolean own) {

        String code() {
            return agency.code();
        }

        Office office() {
            return Office.agency(agency.code());
        }
    }

    List<Overseen> of(Actor actor, Instant now) {
        var own = organisation.agency(actor.office().code());
        var names = organisation.regionsOf(own.code()).stream().collect(Collectors.toMap(Region::code, Region::name));
        var range = new ArrayList<Overseen>();
        for (var below : organisation.below(own.code())) {
            var cycle = cycles.current(below.code(), now);
            if (organisation.hasTakenOver(below.code(), cycle)) {
                range.add(new Overseen(below, names.getOrDefault(below.regionCode(), below.name()), cycle, false));
            }
        }
        range.add(new Overseen(
                own,
                ownName(own, names.getOrDefault(own.regionCode(), own.name())),
                cycles.current(own.code(), now),
                true));
        return List.copyOf(range);
    }

    /** An agency outside the range is not found. */
    Overseen get(String code, Actor actor, Instant now) {
        return of(actor, now).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private static String ownName(Agency own, String place) {
        return own.level() == AgencyLevel.COUNTY ? place : own.level() == AgencyLevel.CITY ? "市直" : "省直";
    }
}
