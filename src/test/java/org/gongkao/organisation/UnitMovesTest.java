package org.gongkao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.organisation.UnitChangeMoves.By;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;

/** The tables walked whole: what is not listed is refused, whoever asks. */
class UnitMovesTest {

    private static final Instant ANY = Instant.parse("2023-06-01T00:00:00Z");

    @Test
    void without_a_published_year_the_only_act_is_to_add_a_unit_and_only_an_agency_does() {
        for (var role : Role.values()) {
            boolean agency = EnumSet.of(
                            Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR)
                    .contains(role);
            for (var act : UnitAct.values()) {
                for (var from : new UnitStatus[] {null, UnitStatus.ACTIVE, UnitStatus.DISSOLVED}) {
                    for (var onRequest : new boolean[] {true, false}) {
                        var listed = agency && act == UnitAct.ADD && from == null && !onRequest;
                        if (listed) {
                            assertThat(UnitMoves.check(from, act, role, onRequest, Optional.empty(), ANY)
                                            .to())
                                    .isEqualTo(UnitStatus.ACTIVE);
                        } else {
                            assertThatThrownBy(() -> UnitMoves.check(from, act, role, onRequest, Optional.empty(), ANY))
                                    .isInstanceOf(Refusal.class);
                        }
                    }
                }
            }
        }
    }

    @Test
    void every_status_of_a_unit_is_reached_by_the_table() {
        var reached = EnumSet.noneOf(UnitStatus.class);
        for (int round = 0; round < UnitStatus.values().length; round++) {
            UnitMoves.ALL.stream()
                    .filter(move -> move.from() == null || reached.contains(move.from()))
                    .forEach(move -> reached.add(move.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(UnitStatus.values());
    }

    @Test
    void a_request_that_waits_can_always_be_refused_by_the_agency_and_withdrawn_by_the_unit() {
        assertThat(UnitChangeMoves.offered(ChangeState.REQUESTED, By.ANOTHER_OFFICER, Optional.empty(), ANY))
                .containsExactly(ChangeAct.REFUSE);
        assertThat(UnitChangeMoves.offered(ChangeState.REQUESTED, By.REQUESTER, Optional.empty(), ANY))
                .containsExactly(ChangeAct.WITHDRAW);
    }

    @Test
    void what_has_been_decided_is_not_decided_again_and_nobody_does_the_other_s_part() {
        for (var from : ChangeState.values()) {
            for (var act : ChangeAct.values()) {
                for (var by : By.values()) {
                    var listed = UnitChangeMoves.ALL.stream()
                            .anyMatch(move -> move.from() == from
                                    && move.act() == act
                                    && move.by() == by
                                    && move.within() == UnitTime.ANY_TIME);
                    if (listed) {
                        assertThat(UnitChangeMoves.check(from, act, by, Optional.empty(), ANY))
                                .isNotNull();
                    } else {
                        assertThatThrownBy(() -> UnitChangeMoves.check(from, act, by, Optional.empty(), ANY))
                                .isInstanceOf(Refusal.class);
                    }
                }
            }
        }
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("单位信息变更申请", "`organisation.UnitChangeMoves`");
        for (var state : ChangeState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = new ArrayList<Arrow>();
        for (var move : UnitChangeMoves.ALL) {
            var from = move.from();
            arrows.add(new Arrow(
                    from == null ? "[*]" : from.name(),
                    move.act().label(),
                    move.by().label(),
                    move.within().label(),
                    move.needs().label(),
                    move.to().name()));
        }
        Committed.is(Path.of("docs/machines/unit-change.md"), diagram.page(ChangeState.REQUESTED.name(), arrows));
    }
}
