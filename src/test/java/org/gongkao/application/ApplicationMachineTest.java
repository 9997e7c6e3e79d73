package org.gongkao.application;

import java.nio.file.Path;
import java.util.ArrayList;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.junit.jupiter.api.Test;

/** The page docs/machines/application.md is made of the table of moves. */
class ApplicationMachineTest {

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("申报", "`application.Moves`");
        for (var state : ApplicationState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = new ArrayList<Arrow>();
        for (var move : Moves.ALL) {
            var by = move.by().label();
            if (move.next()) {
                arrows.add(new Arrow(
                        move.from().name(),
                        move.act().label() + "（转下一级）",
                        by,
                        move.within().label(),
                        move.needs().label(),
                        move.from().name()));
            }
            arrows.add(new Arrow(
                    move.from().name(),
                    move.act().label() + (move.next() ? "（最后一级）" : ""),
                    by,
                    move.within().label(),
                    move.needs().label(),
                    move.to().name()));
        }
        Committed.is(Path.of("docs/machines/application.md"), diagram.page(ApplicationState.DRAFT.name(), arrows));
    }
}
