package org.gongkao.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;

/** All states and acts walked: what is not in the table is refused. */
class JobMovesTest {

    @Test
    void exactly_the_listed_moves_are_not_refused() {
        for (var from : JobState.values()) {
            for (var act : JobAct.values()) {
                var listed = JobMoves.ALL.stream().anyMatch(move -> move.from() == from && move.act() == act);
                if (listed) {
                    assertThat(JobMoves.to(from, act)).isNotNull();
                } else {
                    assertThatThrownBy(() -> JobMoves.to(from, act)).isInstanceOf(Refusal.class);
                }
            }
        }
    }

    @Test
    void every_state_is_reachable_and_a_job_under_way_can_always_be_cancelled() {
        var reached = EnumSet.of(JobState.WAITING);
        JobMoves.ALL.forEach(move -> reached.add(move.to()));
        assertThat(reached).containsExactlyInAnyOrder(JobState.values());
        for (var state : JobState.values()) {
            if (state.underWay()) {
                assertThat(JobMoves.offered(state)).contains(JobAct.CANCEL);
            }
        }
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("批量任务", "`job.JobMoves`");
        for (var state : JobState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = JobMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "随时",
                        "—",
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/job.md"), diagram.page(JobState.WAITING.name(), arrows));
    }
}
