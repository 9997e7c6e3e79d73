package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;

class CycleMovesTest {

    @Test
    void exactly_the_listed_moves_are_not_refused() {
        int allowed = 0;
        for (var from : CycleState.values()) {
            for (var act : CycleAct.values()) {
                if (CycleMoves.find(from, act).isPresent()) {
                    allowed++;
                } else {
                    assertThatThrownBy(() -> CycleMoves.of(from, act)).isInstanceOf(Refusal.class);
                }
            }
        }
        assertThat(allowed).isEqualTo(CycleMoves.ALL.size());
    }

    @Test
    void there_is_no_way_back_to_a_draft_and_every_state_is_reached() {
        assertThat(CycleMoves.ALL)
                .filteredOn(move -> move.from() != CycleState.DRAFTED)
                .extracting(CycleMoves.Move::to)
                .doesNotContain(CycleState.DRAFTED);
        assertThat(CycleMoves.ALL).extracting(CycleMoves.Move::to).contains(CycleState.values());
    }

    @Test
    void nothing_moves_an_archived_year() {
        assertThat(CycleMoves.ALL).extracting(CycleMoves.Move::from).doesNotContain(CycleState.ARCHIVED);
    }

    @Test
    void an_amendment_is_confirmed_or_declined_by_another_and_taken_back_by_its_author() {
        var walked = Arrays.stream(AmendmentState.values())
                .flatMap(state -> Arrays.stream(AmendmentMoves.Act.values())
                        .flatMap(act -> Arrays.stream(AmendmentMoves.By.values())
                                .filter(by ->
                                        AmendmentMoves.find(state, act, by).isPresent())
                                .map(by -> state + " " + act + " " + by)))
                .collect(Collectors.toSet());
        assertThat(walked)
                .containsExactlyInAnyOrder(
                        "PROPOSED CONFIRM ANOTHER", "PROPOSED DECLINE ANOTHER", "PROPOSED WITHDRAW PROPOSER");
    }
}
