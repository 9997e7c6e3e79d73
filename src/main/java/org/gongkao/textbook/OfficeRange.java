package org.gongkao.textbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Region;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 教材管理范围。Whose units' books an office sees: those that it answers for itself, and those of the agencies below it. A county
 * sees its own alone; an auditor sees what the agency sees.
 */
@Component
public class OfficeRange {

    /** 教材管理机构。One place of the range with all agencies in it: the own one alone, or one below with what is below that. */
    public record Place(String code, String name, boolean own, List<String> agencies) {}

    private final Organisation organisation;

    OfficeRange(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Those below by code, the own one last. */
    public List<Place> of(Actor actor) {
        var own = organisation.agency(actor.office().code());
        var names = organisation.regionsOf(own.code()).stream().collect(Collectors.toMap(Region::code, Region::name));
        var places = new ArrayList<Place>();
        for (var below : organisation.below(own.code())) {
            places.add(new Place(
                    below.code(), names.getOrDefault(below.regionCode(), below.name()), false, subtree(below.code())));
        }
        var name = own.level() == AgencyLevel.COUNTY
                ? names.getOrDefault(own.regionCode(), own.name())
                : own.level() == AgencyLevel.CITY ? "市直" : "省直";
        places.add(new Place(own.code(), name, true, List.of(own.code())));
        return List.copyOf(places);
    }

    /** Of one place, or of all of them where none is named; a place outside the range is not found. */
    public List<String> agencies(String place, Actor actor) {
        var range = of(actor);
        if (place.isEmpty()) {
            return range.stream().flatMap(one -> one.agencies().stream()).toList();
        }
        return range.stream()
                .filter(one -> one.code().equals(place))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND))
                .agencies();
    }

    private List<String> subtree(String code) {
        var all = new ArrayList<String>();
        all.add(code);
        organisation.below(code).forEach(below -> all.addAll(subtree(below.code())));
        return List.copyOf(all);
    }
}
