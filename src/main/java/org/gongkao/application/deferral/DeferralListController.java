package org.gongkao.application.deferral;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongkao.application.DeferralState;
import org.gongkao.application.deferral.DeferralListPage.Line;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Office;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An office's list of promises: an agency begins with what it has to judge, a unit with what it has to see to. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class DeferralListController {

    private static final List<DeferralState> LISTED =
            List.of(DeferralState.HANDED_IN, DeferralState.OPEN, DeferralState.BROKEN, DeferralState.KEPT);

    private final DeferralLists lists;
    private final Cycles cycles;

    DeferralListController(DeferralLists lists, Cycles cycles) {
        this.lists = lists;
        this.cycles = cycles;
    }

    @GetMapping(DeferralRooms.PATH)
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Instant arrived) {
        var chosen = state(state, actor);
        var key = after == null || !after.matches("[0-9]{1,15}-[0-9]{1,18}") ? null : after;
        var found = lists.list(cycles.current(arrived).year(), chosen, key, actor);
        return Pages.page(
                "application/deferral/deferrals",
                new DeferralListPage(
                        LISTED.stream()
                                .map(one -> Chip.of(one.label(), path(one, null), one == chosen))
                                .toList(),
                        chosen.label(),
                        found.rows().stream()
                                .map(row -> line(row, chosen, arrived))
                                .toList(),
                        key == null ? "" : path(chosen, null),
                        found.next() == null ? "" : path(chosen, found.next())));
    }

    private static Line line(DeferralLists.Row row, DeferralState state, Instant now) {
        return new Line(
                DeferralRooms.PATH + "/" + row.number(),
                row.personName(),
                row.number(),
                row.unitName(),
                row.label(),
                state.sign(),
                // Ended a little after the date, so that an upload still under way arrives.
                state == DeferralState.OPEN && !now.isBefore(row.dueAt()) ? "已到期，正在办结" : state.label(),
                Shanghai.deadline(row.dueAt()));
    }

    private static DeferralState state(String name, Actor actor) {
        for (var one : LISTED) {
            if (one.name().equalsIgnoreCase(name)) {
                return one;
            }
        }
        return actor.office().kind() == Office.Kind.AGENCY ? DeferralState.HANDED_IN : DeferralState.OPEN;
    }

    /** The filter lives in the address. */
    private static String path(DeferralState state, @Nullable String after) {
        return DeferralRooms.PATH + "?state=" + state.name().toLowerCase(Locale.ROOT)
                + (after == null ? "" : "&after=" + after);
    }
}
