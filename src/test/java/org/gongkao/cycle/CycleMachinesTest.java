package org.gongkao.cycle;

import java.nio.file.Path;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.junit.jupiter.api.Test;

/** The pages of docs/machines about the year are made of its tables of moves. */
class CycleMachinesTest {

    @Test
    void the_diagram_of_a_year_package_is_made_of_its_table() {
        var diagram = new Diagram("年度方案", "`cycle.CycleMoves`");
        for (var state : CycleState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = CycleMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        "考务管理员",
                        "",
                        move.needs().label(),
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/cycle.md"), diagram.page(CycleState.DRAFTED.name(), arrows));
    }

    @Test
    void the_diagram_of_an_amendment_is_made_of_its_table() {
        var diagram = new Diagram("补充通知", "`cycle.AmendmentMoves`");
        for (var state : AmendmentState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = AmendmentMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "",
                        "",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/amendment.md"), diagram.page(AmendmentState.PROPOSED.name(), arrows));
    }
}
