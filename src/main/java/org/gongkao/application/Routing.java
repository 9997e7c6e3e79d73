package org.gongkao.application;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.organisation.Agency;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 审核路径。Which offices decide on a file, in order: the unit, its supervising department where there is one, then the
 * county's agency if it has taken over the review, else the city's; 市直 units go to the city, 省直 units to the province (notice 二(一)、三(四)).
 */
@Component
public class Routing {

    private final Organisation organisation;

    Routing(Organisation organisation) {
        this.organisation = organisation;
    }

    public List<Office> route(String unitCode, Cycle cycle) {
        var unit = organisation.unit(unitCode);
        var route = new ArrayList<Office>();
        route.add(Office.unit(unitCode));
        if (unit.departmentCode() != null) {
            route.add(Office.department(unit.departmentCode()));
        }
        route.add(Office.agency(answering(unit.agencyCode(), cycle).code()));
        return route;
    }

    /** The agency under which a unit stands; amendments of its region hold for the unit's workers. */
    String agency(String unitCode) {
        return organisation.unit(unitCode).agencyCode();
    }

    /** The agency above the one that answers; the province has none. */
    @Nullable
    public Office overseer(Office authority) {
        var superior = organisation.agency(authority.code()).superior();
        return superior == null ? null : Office.agency(superior);
    }

    private Agency answering(String agencyCode, Cycle cycle) {
        var agency = organisation.agency(agencyCode);
        return agency.level() == AgencyLevel.COUNTY
                        && agency.superior() != null
                        && !organisation.hasTakenOver(agencyCode, cycle)
                ? organisation.agency(agency.superior())
                : agency;
    }
}
