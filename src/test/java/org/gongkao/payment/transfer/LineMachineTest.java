package org.gongkao.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.junit.jupiter.api.Test;

/** The table of moves of a bank's line, walked whole, and the page docs/machines/transfer.md that is made of it. */
class LineMachineTest {

    @Test
    void only_the_listed_moves_are_found() {
        int found = 0;
        for (var state : LineState.values()) {
            for (var act : LineAct.values()) {
                found += LineMoves.find(state, act).isPresent() ? 1 : 0;
            }
        }
        assertThat(found).isEqualTo(LineMoves.ALL.size());
        assertThat(EnumSet.of(
                        LineState.MATCHED,
                        LineState.ASSIGNED,
                        LineState.UNCLEAR,
                        LineState.REFUNDED,
                        LineState.OUTGOING))
                .as("what is explained is never moved again")
                .noneMatch(state -> LineMoves.ALL.stream().anyMatch(move -> move.from() == state));
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("银行流水行", "`payment.transfer.LineMoves`");
        for (var state : EnumSet.of(LineState.UNMATCHED, LineState.PROPOSED, LineState.ASSIGNED, LineState.UNCLEAR)) {
            diagram.state(state.name(), state.label());
        }
        var arrows = LineMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "",
                        "",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/transfer.md"), diagram.page(LineState.UNMATCHED.name(), arrows));
    }
}
