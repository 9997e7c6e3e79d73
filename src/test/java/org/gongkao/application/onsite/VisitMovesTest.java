package org.gongkao.application.onsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkao.application.VisitAct;
import org.gongkao.application.onsite.VisitMoves.Party;
import org.gongkao.application.onsite.VisitMoves.Within;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;

/** The table walked whole, by everybody and on both sides of every bell. */
class VisitMovesTest {

    /** 2023年3月20日 09:00–11:30. */
    private static final Instant STARTS = Instant.parse("2023-03-20T01:00:00Z");

    private static final Instant ENDS = Instant.parse("2023-03-20T03:30:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2023-03-19T16:00:00Z");

    private static final List<Instant> CALENDAR = List.of(
            MIDNIGHT.minusMillis(1),
            MIDNIGHT,
            STARTS,
            ENDS.minusMillis(1),
            ENDS,
            Instant.parse("2099-01-01T00:00:00Z"));

    private static final Map<Party, Actor> ACTORS = Map.of(
            Party.APPLICANT,
            new Actor(1, "陈立民", Role.WORKER, null, 77L),
            Party.UNIT,
            officer(2, Role.UNIT_CLERK, Office.unit("914103")),
            Party.DESK,
            officer(3, Role.COUNTY_REVIEWER, Office.agency("410305")),
            Party.SYSTEM,
            Actor.SYSTEM);

    private static final List<Actor> STRANGERS = List.of(
            new Actor(4, "赵桂英", Role.WORKER, null, 78L),
            officer(5, Role.UNIT_CLERK, Office.unit("999999")),
            officer(6, Role.COUNTY_REVIEWER, Office.agency("410311")),
            officer(7, Role.CITY_REVIEWER, Office.agency("410300")),
            officer(8, Role.DEPARTMENT_CLERK, Office.department("914103")));

    private static Actor officer(long account, Role role, Office office) {
        return new Actor(account, "经办" + account, role, office.toString(), null);
    }

    private static Visit in(VisitState state) {
        var slot = new Slot(5, "agency:410305", STARTS, ENDS, "二楼", 10, 1, "OPEN");
        return new Visit(1, "20230000001", 77, "914103", slot, state, Custody.NONE, 0);
    }

    @Test
    void exactly_the_listed_moves_are_not_refused_whoever_asks_and_whenever() {
        for (var state : VisitState.values()) {
            for (var act : VisitAct.values()) {
                for (var at : CALENDAR) {
                    ACTORS.forEach((party, actor) -> {
                        boolean listed = VisitMoves.ALL.stream()
                                .anyMatch(move -> move.from() == state
                                        && move.act() == act
                                        && move.by() == party
                                        && isWithin(move.within(), at));
                        check(in(state), act, actor, at, listed);
                    });
                    STRANGERS.forEach(stranger -> check(in(state), act, stranger, at, false));
                }
            }
        }
    }

    private static void check(Visit visit, VisitAct act, Actor actor, Instant at, boolean listed) {
        var what = visit.state() + " " + act + " by " + actor.account() + " at " + at;
        if (listed) {
            assertThatCode(() -> visit.check(act, actor, at)).as(what).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> visit.check(act, actor, at)).as(what).isInstanceOf(Refusal.class);
        }
        assertThat(visit.offers(act, actor, at)).as("offered: " + what).isEqualTo(listed);
    }

    /** Written out once more, apart from the code that decides it. */
    private static boolean isWithin(Within within, Instant at) {
        return switch (within) {
            case UNTIL_THE_EVE -> at.isBefore(MIDNIGHT);
            case MISSED -> at.compareTo(ENDS) >= 0;
            case ANY_TIME -> true;
        };
    }

    @Test
    void who_comes_too_late_to_change_is_told_that_and_not_that_something_else_has_happened() {
        var applicant = Objects.requireNonNull(ACTORS.get(Party.APPLICANT));
        assertThatThrownBy(() -> in(VisitState.BOOKED).check(VisitAct.CHANGE, applicant, STARTS))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(OnSiteRefusal.TOO_LATE_TO_CHANGE));
        assertThatThrownBy(() -> in(VisitState.RECEIVED).check(VisitAct.CHANGE, applicant, STARTS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(OnSiteRefusal.NOT_NOW));
    }

    @Test
    void originals_that_lie_at_the_agency_can_always_be_given_back_and_only_so_leave_it() {
        for (var state : VisitState.values()) {
            boolean back =
                    VisitMoves.ALL.stream().anyMatch(move -> move.from() == state && move.to() == VisitState.RETURNED);
            assertThat(back).as("%s", state).isEqualTo(state.holdsOriginals());
            assertThat(VisitMoves.ALL)
                    .filteredOn(move -> move.from() == state && state.holdsOriginals())
                    .allMatch(move ->
                            move.to() == VisitState.RETURNED || move.to().holdsOriginals());
        }
    }

    @Test
    void every_state_is_reached_and_every_act_but_the_first_has_its_row() {
        for (var state : VisitState.values()) {
            assertThat(state == VisitState.BOOKED || VisitMoves.ALL.stream().anyMatch(move -> move.to() == state))
                    .as("%s", state)
                    .isTrue();
        }
        for (var act : VisitAct.values()) {
            assertThat(VisitMoves.ALL.stream().anyMatch(move -> move.act() == act))
                    .as("%s", act)
                    .isEqualTo(act != VisitAct.BOOK);
        }
    }

    @Test
    void originals_are_overdue_from_the_first_moment_after_their_date_until_they_are_back() {
        var custody = new Custody("YJ2023000001", STARTS, ENDS, null, "");
        for (var state : VisitState.values()) {
            var visit = in(state).with(custody);
            assertThat(visit.isOverdue(ENDS)).as("%s", state).isEqualTo(state.holdsOriginals());
            assertThat(visit.isOverdue(ENDS.minusMillis(1))).as("%s", state).isFalse();
        }
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("现场审查", "`application.onsite.VisitMoves`");
        for (var state : VisitState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = VisitMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        move.within().label(),
                        "",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/visit.md"), diagram.page(VisitState.BOOKED.name(), arrows));
    }
}
