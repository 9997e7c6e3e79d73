package org.gongkao.payment.refund;

import java.nio.file.Path;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.junit.jupiter.api.Test;

/** The page docs/machines/refund.md is made of the table of moves. */
class RefundMachineTest {

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("退费", "`payment.refund.RefundMoves`");
        for (var state : RefundState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = RefundMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "",
                        move.act().wantsReason() ? "理由" : "",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/refund.md"), diagram.page(RefundState.REQUESTED.name(), arrows));
    }
}
