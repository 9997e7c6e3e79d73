package org.gongkao.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;

/** The table walked whole: every state and act, by everybody, at every time of the year. */
class ClosingMovesTest {

    private static final Actor REPORTER = officer(1, "agency:410305");
    private static final Actor COLLEAGUE = officer(2, "agency:410305");
    private static final Actor ABOVE = officer(3, "agency:410300");
    private static final Actor NEIGHBOUR = officer(4, "agency:410311");
    private static final Actor UPMOST = officer(5, "agency:410000");
    private static final Actor CLERK = officer(6, "unit:410305");

    private static final List<Actor> INVOLVED = List.of(REPORTER, COLLEAGUE, ABOVE);
    private static final List<Actor> STRANGERS = List.of(NEIGHBOUR, UPMOST, CLERK);

    /** Registration, review running, review over: what is open beside ANY_TIME. */
    private static final List<Set<Within>> CALENDAR = List.of(
            EnumSet.of(Within.ANY_TIME),
            EnumSet.of(Within.ANY_TIME, Within.REVIEW_RUNNING),
            EnumSet.of(Within.ANY_TIME, Within.REVIEW_OVER));

    private static Actor officer(long account, String office) {
        return new Actor(account, "经办" + account, Role.COUNTY_REVIEWER, office, null);
    }

    private static Closing in(ClosingState state) {
        return new Closing(1, "410305", "410300", 2023, state, state == ClosingState.OPEN ? 0 : 1, 7, 3);
    }

    @Test
    void exactly_the_listed_moves_are_not_refused_whoever_asks_and_whenever() {
        int passed = 0;
        for (var state : ClosingState.values()) {
            for (var act : ClosingAct.values()) {
                for (var actor : INVOLVED) {
                    for (var open : CALENDAR) {
                        var side = actor.equals(ABOVE) ? Side.SUPERIOR : Side.REPORTER;
                        boolean listed = ClosingMoves.ALL.stream()
                                .anyMatch(move -> move.from() == state
                                        && move.act() == act
                                        && move.by() == side
                                        && open.contains(move.within()));
                        var what = state + " " + act + " by " + side + " in " + open;
                        if (listed) {
                            passed++;
                            assertThatCode(() -> in(state).check(act, actor, open, "3月28日"))
                                    .as(what)
                                    .doesNotThrowAnyException();
                        } else {
                            assertThatThrownBy(() -> in(state).check(act, actor, open, "3月28日"))
                                    .as(what)
                                    .isInstanceOf(Refusal.class);
                        }
                        assertThat(in(state)
                                        .offered(actor, open, EnumSet.allOf(Need.class))
                                        .contains(act))
                                .as("offered: " + what)
                                .isEqualTo(listed);
                        assertThat(in(state).offered(actor, open, EnumSet.noneOf(Need.class)))
                                .as("nothing is offered whose need is not met")
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(passed).isPositive();
    }

    @Test
    void to_any_other_agency_there_is_no_report() {
        for (var state : ClosingState.values()) {
            for (var act : ClosingAct.values()) {
                for (var actor : STRANGERS) {
                    assertThatThrownBy(() -> in(state).check(act, actor, CALENDAR.getLast(), ""))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(refusal.reason()).isEqualTo(CommonRefusal.NOT_FOUND));
                }
            }
        }
    }

    @Test
    void at_no_moment_two_rows_allow_the_same() {
        for (var open : CALENDAR) {
            for (var state : ClosingState.values()) {
                for (var act : ClosingAct.values()) {
                    for (var side : Side.values()) {
                        assertThat(ClosingMoves.find(state, act, side))
                                .filteredOn(move -> open.contains(move.within()))
                                .as(state + " " + act + " " + side + " " + open)
                                .hasSizeLessThanOrEqualTo(1);
                    }
                }
            }
        }
    }

    /** Once the review's window is over, whose turn it is can always move the report by what lies in its own hands. */
    @Test
    void after_the_review_no_report_is_stuck() {
        var own = EnumSet.of(Need.RESPONSIBLE, Need.SCAN, Need.REASON);
        for (var state : ClosingState.values()) {
            var turn = state == ClosingState.CLOSED || state == ClosingState.ACCEPTED ? ABOVE : REPORTER;
            assertThat(in(state).offered(turn, CALENDAR.getLast(), own))
                    .as("in %s", state)
                    .isNotEmpty();
        }
    }

    @Test
    void every_state_is_reached() {
        for (var state : ClosingState.values()) {
            assertThat(state == ClosingState.OPEN || ClosingMoves.ALL.stream().anyMatch(move -> move.to() == state))
                    .as("%s", state)
                    .isTrue();
        }
    }

    @Test
    void only_the_agency_above_with_a_reason_opens_decisions_that_were_closed() {
        assertThat(ClosingMoves.ALL)
                .filteredOn(move -> move.from().holds() && !move.to().holds())
                .isNotEmpty()
                .allMatch(move ->
                        move.act() == ClosingAct.REOPEN && move.by() == Side.SUPERIOR && move.needs() == Need.REASON);
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("汇总上报", "`application.closing.ClosingMoves`");
        for (var state : ClosingState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = new ArrayList<Arrow>();
        for (var move : ClosingMoves.ALL) {
            arrows.add(new Arrow(
                    move.from().name(),
                    move.act().label(),
                    move.by().label(),
                    move.within().label(),
                    move.needs().label(),
                    move.to().name()));
        }
        Committed.is(Path.of("docs/machines/closing.md"), diagram.page(ClosingState.OPEN.name(), arrows));
    }
}
