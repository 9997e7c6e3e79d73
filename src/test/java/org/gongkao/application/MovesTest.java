package org.gongkao.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of moves, walked whole: every state, act and party, and every day of the year. */
class MovesTest {

    @Test
    void each_state_act_and_party_has_at_most_one_row_and_what_is_given_back_one_for_each_place() {
        var seen = new HashSet<String>();
        for (var move : Moves.ALL) {
            var to = move.act() == Act.REINSTATE || move.act() == Act.RESUME ? " " + move.to() : "";
            assertThat(seen.add(move.from() + " " + move.act() + " " + move.by() + to))
                    .as(move.toString())
                    .isTrue();
        }
    }

    @Test
    void what_the_table_does_not_list_is_not_found() {
        int listed = 0;
        for (var state : ApplicationState.values()) {
            for (var act : Act.values()) {
                for (var party : Party.values()) {
                    listed += Moves.find(state, act, party).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(listed).isEqualTo((int) Moves.ALL.stream()
                .map(move -> move.from() + " " + move.act() + " " + move.by())
                .distinct()
                .count());
    }

    @Test
    void every_state_can_be_reached_from_a_draft() {
        var reached = EnumSet.of(ApplicationState.DRAFT);
        for (int round = 0; round < ApplicationState.values().length; round++) {
            for (var move : Moves.ALL) {
                if (reached.contains(move.from())) {
                    reached.add(move.to());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ApplicationState.values());
    }

    @Test
    void a_state_is_settled_exactly_when_nobody_waits_and_no_bell_moves_it_on() {
        var afterTheEnd = EnumSet.of(Act.PAY, Act.RESUME, Act.CANCEL, Act.REINSTATE, Act.FORFEIT, Act.REEXAMINE);
        for (var state : ApplicationState.values()) {
            boolean left = Moves.ALL.stream().anyMatch(m -> m.from() == state && !afterTheEnd.contains(m.act()));
            assertThat(state.isSettled()).as(state.name()).isEqualTo(!left);
        }
    }

    @Test
    void a_decision_in_force_takes_away_on_any_day_what_is_not_at_an_end_and_what_was_paid_for() {
        for (var state : ApplicationState.values()) {
            boolean taken = !state.isSettled() || state == ApplicationState.PAID;
            for (var party : Party.values()) {
                var row = Moves.find(state, Act.CANCEL, party);
                assertThat(row.isPresent()).as(state + " " + party).isEqualTo(taken && party == Party.SYSTEM);
                row.ifPresent(move -> {
                    assertThat(move.within()).isEqualTo(When.ANY_TIME);
                    assertThat(move.needs()).isEqualTo(Need.DECISION_IN_FORCE);
                    assertThat(move.to()).isEqualTo(ApplicationState.CANCELLED);
                });
            }
        }
    }

    @Test
    void a_revoked_decision_gives_back_on_any_day_exactly_what_a_decision_takes_and_to_where_it_took_it_from() {
        for (var state : ApplicationState.values()) {
            for (var taken : ApplicationState.values()) {
                var row = Moves.back(state, Act.REINSTATE, taken);
                assertThat(row.isPresent())
                        .as(state + " to " + taken)
                        .isEqualTo(state == ApplicationState.CANCELLED
                                && Moves.find(taken, Act.CANCEL, Party.SYSTEM).isPresent());
                row.ifPresent(move -> {
                    assertThat(move.by()).isEqualTo(Party.SYSTEM);
                    assertThat(move.within()).isEqualTo(When.ANY_TIME);
                    assertThat(move.needs()).isEqualTo(Need.DECISION_REVOKED);
                });
            }
        }
    }

    @Test
    void the_superior_alone_reopens_on_any_day_what_was_approved_or_rejected_and_nothing_else() {
        var decided = EnumSet.of(
                ApplicationState.PAYMENT_DUE,
                ApplicationState.PAID,
                ApplicationState.REJECTED,
                ApplicationState.REJECTED_FINALLY);
        for (var state : ApplicationState.values()) {
            for (var party : Party.values()) {
                var row = Moves.find(state, Act.REEXAMINE, party);
                assertThat(row.isPresent())
                        .as(state + " " + party)
                        .isEqualTo(decided.contains(state) && party == Party.SUPERIOR);
                row.ifPresent(move -> {
                    assertThat(move.within()).isEqualTo(When.ANY_TIME);
                    assertThat(move.needs()).isEqualTo(Need.REASON_AND_CLAUSE);
                    assertThat(move.to()).isEqualTo(ApplicationState.IN_REVIEW);
                });
            }
        }
    }

    @Test
    void the_buttons_come_from_the_same_rows_as_the_guard() {
        for (var state : ApplicationState.values()) {
            for (var party : Party.values()) {
                for (var act : Moves.offered(state, Set.of(party), EnumSet.allOf(When.class))) {
                    assertThat(Moves.find(state, act, party)).isPresent();
                }
                assertThat(Moves.offered(state, Set.of(party), Set.of())).isEmpty();
            }
        }
    }
}
