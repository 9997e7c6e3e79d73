package org.gongkao.payment;

import java.nio.file.Path;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.junit.jupiter.api.Test;

/** The page docs/machines/charge.md is made of the table of moves. */
class ChargeMachineTest {

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("缴费单", "`payment.ChargeMoves`");
        for (var state : ChargeState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = ChargeMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "",
                        "",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/charge.md"), diagram.page(ChargeState.OPEN.name(), arrows));
    }
}
