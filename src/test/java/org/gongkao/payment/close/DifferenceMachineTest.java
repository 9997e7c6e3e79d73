package org.gongkao.payment.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.junit.jupiter.api.Test;

/** The page docs/machines/difference.md is made of the table of moves, which is walked here. */
class DifferenceMachineTest {

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("对账差异", "`payment.close.DifferenceMoves`");
        for (var state : DifferenceState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = DifferenceMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "",
                        "",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/difference.md"), diagram.page(DifferenceState.OPEN.name(), arrows));
    }

    @Test
    void each_move_is_listed_once_and_only_the_books_open_what_was_settled() {
        for (var state : DifferenceState.values()) {
            for (var act : DifferenceAct.values()) {
                var listed = DifferenceMoves.ALL.stream()
                        .filter(move -> move.from() == state && move.act() == act)
                        .toList();
                assertThat(listed).as("%s %s", state, act).hasSizeLessThanOrEqualTo(1);
                assertThat(DifferenceMoves.after(state, act).isPresent()).isEqualTo(!listed.isEmpty());
            }
        }
        assertThat(DifferenceMoves.ALL)
                .filteredOn(move -> move.from() == DifferenceState.SETTLED)
                .allMatch(move -> move.by() == DifferenceMoves.By.BOOKS);
        var reached = EnumSet.of(DifferenceState.OPEN);
        DifferenceMoves.ALL.forEach(move -> reached.add(move.to()));
        assertThat(reached).containsExactlyInAnyOrder(DifferenceState.values());
    }
}
