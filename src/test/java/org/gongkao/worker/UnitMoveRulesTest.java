package org.gongkao.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.UnitMoveRules.By;
import org.gongkao.worker.UnitMoveRules.Need;
import org.junit.jupiter.api.Test;

/** The table of changes of unit walked whole. */
class UnitMoveRulesTest {

    @Test
    void what_is_not_listed_is_refused_whoever_asks() {
        var states = new ArrayList<MoveState>(Arrays.asList(MoveState.values()));
        states.add(null);
        int allowed = 0;
        for (var from : states) {
            for (var act : MoveAct.values()) {
                for (var by : By.values()) {
                    var row = UnitMoveRules.find(from, act, by);
                    if (row.isPresent()) {
                        allowed++;
                        assertThat(UnitMoveRules.check(from, act, by, true)).isEqualTo(row.get());
                    } else {
                        assertThatThrownBy(() -> UnitMoveRules.check(from, act, by, true))
                                .isInstanceOf(Refusal.class);
                    }
                }
            }
        }
        assertThat(allowed).isEqualTo(UnitMoveRules.ALL.size());
    }

    @Test
    void no_way_leads_to_done_without_the_agency_and_no_way_leads_out_of_an_end() {
        assertThat(UnitMoveRules.ALL)
                .filteredOn(move -> move.to() == MoveState.DONE)
                .allMatch(move -> move.by() == By.AGENCY && move.from() == MoveState.RELEASED);
        assertThat(UnitMoveRules.ALL)
                .noneMatch(move -> move.from() == MoveState.DONE
                        || move.from() == MoveState.REFUSED
                        || move.from() == MoveState.WITHDRAWN);
    }

    @Test
    void an_agency_lets_go_only_for_a_unit_that_is_no_more() {
        assertThatThrownBy(() -> UnitMoveRules.check(MoveState.REQUESTED, MoveAct.RELEASE, By.AGENCY, false))
                .isInstanceOf(Refusal.class);
        assertThat(UnitMoveRules.offered(MoveState.REQUESTED, By.AGENCY, false)).isEmpty();
        assertThat(UnitMoveRules.offered(MoveState.REQUESTED, By.AGENCY, true))
                .singleElement()
                .satisfies(move -> assertThat(move.needs()).isEqualTo(Need.FORMER_UNIT_GONE));
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("职工调动", "`worker.UnitMoveRules`");
        for (var state : MoveState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = new ArrayList<Arrow>();
        for (var move : UnitMoveRules.ALL) {
            var from = move.from();
            arrows.add(new Arrow(
                    from == null ? "[*]" : from.name(),
                    move.act().label(),
                    move.by().label(),
                    "任何时间",
                    move.needs().label(),
                    move.to().name()));
        }
        Committed.is(Path.of("docs/machines/worker-move.md"), diagram.page(MoveState.REQUESTED.name(), arrows));
    }
}
