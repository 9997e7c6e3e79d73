package org.gongkao.organisation;

import static org.gongkao.organisation.UnitAct.ADD;
import static org.gongkao.organisation.UnitAct.AMEND;
import static org.gongkao.organisation.UnitAct.DISSOLVE;
import static org.gongkao.organisation.UnitMoves.By.AGENCY;
import static org.gongkao.organisation.UnitMoves.By.COUNTY;
import static org.gongkao.organisation.UnitMoves.By.ON_REQUEST;
import static org.gongkao.organisation.UnitTime.ANY_TIME;
import static org.gongkao.organisation.UnitTime.BEFORE_REGISTRATION;
import static org.gongkao.organisation.UnitTime.NAMES_WINDOW;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * 单位信息规则。What may be done to a unit's entry, by whom and when, and the only place that says so (考务通知 四（一）、六（一）):
 * county agencies amend by themselves, 市直 and 省直 units by a request with a letter that the city or province decides; once registration is
 * open a unit can be added, never renamed or dissolved.
 */
final class UnitMoves {

    /** Whose act it is. */
    enum By {
        AGENCY(Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR),
        COUNTY(Role.COUNTY_REVIEWER),
        ON_REQUEST(Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR);

        private final List<Role> roles;

        By(Role... roles) {
            this.roles = Arrays.asList(roles);
        }

        boolean includes(Role role) {
            return roles.contains(role);
        }
    }

    /** {@code from} is missing where the unit does not exist yet. */
    record Move(@Nullable UnitStatus from, UnitAct act, By by, UnitTime within, UnitStatus to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(null,              ADD,      AGENCY,          ANY_TIME,            UnitStatus.ACTIVE),
        new Move(UnitStatus.ACTIVE, AMEND,    COUNTY,          NAMES_WINDOW,        UnitStatus.ACTIVE),
        new Move(UnitStatus.ACTIVE, DISSOLVE, COUNTY,          NAMES_WINDOW,        UnitStatus.DISSOLVED),
        new Move(UnitStatus.ACTIVE, AMEND,    ON_REQUEST,      BEFORE_REGISTRATION, UnitStatus.ACTIVE),
        new Move(UnitStatus.ACTIVE, DISSOLVE, ON_REQUEST,      BEFORE_REGISTRATION, UnitStatus.DISSOLVED));
    // spotless:on

    private UnitMoves() {}

    /** The row that allows it now, or the refusal that says why there is none. */
    static Move check(
            @Nullable UnitStatus from, UnitAct act, Role by, boolean onRequest, Optional<Cycle> cycle, Instant at) {
        if (from == UnitStatus.DISSOLVED) {
            throw new Refusal(OrganisationRefusal.UNIT_DISSOLVED);
        }
        var move = ALL.stream()
                .filter(row -> row.from == from && row.act == act && row.by.includes(by))
                .filter(row -> onRequest == (row.by == ON_REQUEST))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ON_REQUEST.includes(by) ? OrganisationRefusal.BY_REQUEST_ONLY : CommonRefusal.NOT_YOURS_TO_DO));
        move.within.check(cycle, at);
        return move;
    }

    /** The buttons of a unit's page, for those whose act needs no request. */
    static List<UnitAct> offered(UnitStatus from, Role by, Optional<Cycle> cycle, Instant at) {
        return ALL.stream()
                .filter(row -> row.from == from && row.by != ON_REQUEST && row.by.includes(by))
                .filter(row -> row.within.covers(cycle, at))
                .map(Move::act)
                .toList();
    }
}
