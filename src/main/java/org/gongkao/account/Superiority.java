package org.gongkao.account;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Role;

/**
 * 开立权限。Whose accounts whom opens: an agency those of its units and departments, the city those of its counties, the province
 * those of its cities; an administrator acts for the city. The province's own are opened on the machine itself.
 */
final class Superiority {

    /** The office of the account before one, {@code a.role}, lies right below the actor's own, {@code :agency}, or is the province itself. */
    static final String REACH = """
            a.role in (:roles)
               and (a.role in ('UNIT_CLERK', 'DEPARTMENT_CLERK') and o.kind <> 'AGENCY' and o.agency_code = :agency
                    or a.role = 'COUNTY_REVIEWER' and o.kind = 'AGENCY' and g.level = 'COUNTY' and g.superior = :agency
                    or a.role in ('CITY_REVIEWER', 'ADMINISTRATOR', 'FINANCE', 'AUDITOR') and o.kind = 'AGENCY'
                       and g.level = 'CITY' and (g.superior = :agency or g.code = :agency)
                    or a.role = 'PROVINCE_REVIEWER' and o.kind = 'AGENCY' and g.code = :agency)
            """;

    private Superiority() {}

    static List<Role> opens(Role role) {
        return switch (role) {
            case COUNTY_REVIEWER -> List.of(Role.UNIT_CLERK, Role.DEPARTMENT_CLERK);
            case CITY_REVIEWER -> List.of(Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER);
            case PROVINCE_REVIEWER ->
                List.of(
                        Role.UNIT_CLERK,
                        Role.DEPARTMENT_CLERK,
                        Role.CITY_REVIEWER,
                        Role.ADMINISTRATOR,
                        Role.FINANCE,
                        Role.AUDITOR);
            case ADMINISTRATOR ->
                List.of(
                        Role.UNIT_CLERK,
                        Role.DEPARTMENT_CLERK,
                        Role.COUNTY_REVIEWER,
                        Role.CITY_REVIEWER,
                        Role.FINANCE,
                        Role.AUDITOR);
            case WORKER, UNIT_CLERK, DEPARTMENT_CLERK, FINANCE, AUDITOR, SYSTEM -> List.of();
        };
    }

    /** Whose accounts one looks after once they are open: nobody is above the province, so there each looks after the others'. */
    static List<Role> lookedAfterBy(Role role) {
        var roles = new ArrayList<>(opens(role));
        if (role == Role.PROVINCE_REVIEWER) {
            roles.add(role);
        }
        return roles;
    }

    static String kind(Role role) {
        return switch (role) {
            case UNIT_CLERK -> "UNIT";
            case DEPARTMENT_CLERK -> "DEPARTMENT";
            default -> "AGENCY";
        };
    }
}
