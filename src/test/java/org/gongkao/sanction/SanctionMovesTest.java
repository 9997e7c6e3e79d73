package org.gongkao.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table walked whole, by everybody and on both sides of every bell. */
class SanctionMovesTest {

    private static final Instant TOLD = Instant.parse("2023-03-20T02:00:00Z");
    private static final Instant ANSWER_UNTIL = Instant.parse("2023-03-27T16:00:00Z");
    private static final Instant DECIDED = Instant.parse("2023-04-03T02:00:00Z");
    private static final Instant BARRED_UNTIL = Instant.parse("2025-04-03T16:00:00Z");

    private static final List<Instant> CALENDAR = List.of(
            TOLD,
            ANSWER_UNTIL.minusSeconds(1),
            ANSWER_UNTIL,
            DECIDED,
            BARRED_UNTIL.minusSeconds(1),
            BARRED_UNTIL,
            Instant.parse("2099-01-01T00:00:00Z"));

    private static final Set<SanctionState> SETTLED =
            EnumSet.of(SanctionState.IMPOSED, SanctionState.DROPPED, SanctionState.REVOKED);

    private static final long HANDLER = 1;
    private static final long PERSON = 77;

    private static final Actor HANDLING = officer(HANDLER, "410305", null);
    private static final Actor COLLEAGUE = officer(2, "410305", null);
    private static final Actor ABOVE = officer(3, "410300", null);
    private static final Actor NEIGHBOUR = officer(4, "410311", null);
    private static final Actor OWN_OFFICER = officer(5, "410305", PERSON);
    private static final Actor CLERK =
            new Actor(6, "刘芳", Role.UNIT_CLERK, Office.unit("410305").toString(), null);
    private static final Actor ACCUSED = new Actor(7, "陈立民", Role.WORKER, null, PERSON);
    private static final Actor OTHER_WORKER = new Actor(8, "赵桂英", Role.WORKER, null, 78L);

    private static final List<Actor> EVERYBODY =
            List.of(HANDLING, COLLEAGUE, ABOVE, NEIGHBOUR, OWN_OFFICER, CLERK, ACCUSED, OTHER_WORKER, Actor.SYSTEM);

    private static Actor officer(long account, String agency, @Nullable Long person) {
        return new Actor(
                account,
                "经办" + account,
                Role.COUNTY_REVIEWER,
                Office.agency(agency).toString(),
                person);
    }

    private static Sanction in(SanctionState state) {
        boolean told = state != SanctionState.FOUND;
        boolean decided = state.holds() || state == SanctionState.REVOKED;
        return new Sanction(
                1,
                "2023032000001",
                PERSON,
                "410305",
                "410300",
                1,
                2023,
                LocalDate.of(2023, 3, 15),
                "三级证书",
                "证书编号查无此证",
                "八（三）",
                state,
                1,
                HANDLER,
                told ? ANSWER_UNTIL : null,
                decided ? "洛人社工考〔2023〕5号" : null,
                decided ? DECIDED : null,
                decided ? BARRED_UNTIL : null,
                TOLD);
    }

    @Test
    void exactly_the_listed_moves_are_not_refused_whoever_asks_and_whenever() {
        for (var state : SanctionState.values()) {
            var sanction = in(state);
            for (var act : SanctionAct.values()) {
                for (var actor : EVERYBODY) {
                    for (var at : CALENDAR) {
                        var listed = SanctionMoves.ALL.stream()
                                .anyMatch(move -> move.from() == state
                                        && move.act() == act
                                        && whoMay(move.by()).contains(actor)
                                        && when(move.within(), at));
                        var what = state + " " + act + " by " + actor.account() + " at " + at;
                        if (listed) {
                            assertThatCode(() -> sanction.check(act, actor, at))
                                    .as(what)
                                    .doesNotThrowAnyException();
                        } else {
                            assertThatThrownBy(() -> sanction.check(act, actor, at))
                                    .as(what)
                                    .isInstanceOf(Refusal.class);
                        }
                        assertThat(sanction.offered(actor, at).stream().anyMatch(move -> move.act() == act))
                                .as("offered: " + what)
                                .isEqualTo(listed);
                    }
                }
            }
        }
    }

    /** Written out once more, apart from the code that decides it. */
    private static Set<Actor> whoMay(Part part) {
        return switch (part) {
            case OFFICER -> Set.of(HANDLING, COLLEAGUE);
            case AUTHORITY -> Set.of(HANDLING, COLLEAGUE, ABOVE);
            case SECOND_PERSON -> Set.of(COLLEAGUE, ABOVE);
            case PERSON -> Set.of(ACCUSED);
        };
    }

    private static boolean when(Within within, Instant at) {
        return switch (within) {
            case ANY_TIME -> true;
            case HEARING_OPEN -> at.compareTo(ANSWER_UNTIL) < 0;
            case HEARING_OVER -> at.compareTo(ANSWER_UNTIL) >= 0;
            case BAR_RUNNING -> at.compareTo(DECIDED) >= 0 && at.compareTo(BARRED_UNTIL) < 0;
        };
    }

    @Test
    void no_case_that_is_not_settled_is_ever_without_an_office_that_can_move_it() {
        for (var state : SanctionState.values()) {
            for (var at : CALENDAR) {
                boolean movable = EVERYBODY.stream()
                        .filter(actor -> actor.officeText() != null)
                        .anyMatch(actor -> !in(state).offered(actor, at).isEmpty());
                assertThat(movable || SETTLED.contains(state))
                        .as("%s at %s", state, at)
                        .isTrue();
            }
        }
    }

    @Test
    void every_state_is_reached_and_what_ended_stays_ended() {
        for (var state : SanctionState.values()) {
            assertThat(SanctionMoves.ALL).as("to %s", state).anyMatch(move -> move.to() == state);
        }
        assertThat(SanctionMoves.from(SanctionState.DROPPED)).isEmpty();
        assertThat(SanctionMoves.from(SanctionState.REVOKED)).isEmpty();
    }

    @Test
    void nothing_is_decided_by_one_person_alone() {
        assertThat(SanctionMoves.ALL)
                .filteredOn(move -> SETTLED.contains(move.to()))
                .allMatch(move -> move.by() == Part.SECOND_PERSON);
    }

    @Test
    void what_is_only_proposed_neither_lifts_nor_shortens_a_bar() {
        for (var state : SanctionState.values()) {
            assertThat(in(state).bar().isPresent())
                    .as("%s", state)
                    .isEqualTo(EnumSet.of(
                                    SanctionState.IMPOSED,
                                    SanctionState.CORRECTION_PROPOSED,
                                    SanctionState.REVOCATION_PROPOSED)
                            .contains(state));
        }
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("违规处理案件", "`sanction.SanctionMoves`");
        for (var state : SanctionState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = new ArrayList<Arrow>();
        for (var move : SanctionMoves.ALL) {
            var from = move.from();
            arrows.add(new Arrow(
                    from == null ? "[*]" : from.name(),
                    move.act().label(),
                    move.by().label(),
                    move.within().label(),
                    move.needs().label(),
                    move.to().name()));
        }
        Committed.is(Path.of("docs/machines/sanction.md"), diagram.page(SanctionState.FOUND.name(), arrows));
    }
}
