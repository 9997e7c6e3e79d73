package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;

/** Walks all states and all acts. */
class ChargeMovesTest {

    private static final Instant DEADLINE = Instant.parse("2023-04-14T16:00:00Z");

    @Test
    void exactly_the_listed_moves_move_a_charge() {
        for (var state : ChargeState.values()) {
            for (var act : ChargeAct.values()) {
                var listed = ChargeMoves.ALL.stream()
                        .filter(move -> move.from() == state && move.act() == act)
                        .toList();
                var moved = charge(state).move(act, "");
                assertThat(moved.isPresent()).as("%s %s", state, act).isEqualTo(!listed.isEmpty());
                assertThat(listed.size()).as("%s %s listed once", state, act).isLessThanOrEqualTo(1);
                moved.ifPresent(
                        to -> assertThat(to.to()).isEqualTo(listed.getFirst().to()));
            }
        }
    }

    @Test
    void every_state_can_be_reached_and_every_act_does_something() {
        var reached = EnumSet.of(ChargeState.OPEN);
        var next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            var from = next.poll();
            ChargeMoves.ALL.stream()
                    .filter(move -> move.from() == from && reached.add(move.to()))
                    .forEach(move -> next.add(move.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(ChargeState.values());
        var acts = new HashSet<ChargeAct>();
        ChargeMoves.ALL.forEach(move -> acts.add(move.act()));
        assertThat(acts).containsExactlyInAnyOrder(ChargeAct.values());
    }

    @Test
    void only_the_channels_word_settles_a_charge_and_nothing_unsettles_it() {
        assertThat(ChargeMoves.ALL)
                .filteredOn(move -> move.to() == ChargeState.SETTLED)
                .allMatch(move -> move.act() == ChargeAct.PAY && move.by() == ChargeMoves.By.CHANNEL);
        assertThat(ChargeMoves.ALL).noneMatch(move -> move.from() == ChargeState.SETTLED);
    }

    @Test
    void what_is_at_the_channel_never_lapses_before_the_channel_has_answered() {
        assertThat(ChargeMoves.ALL)
                .filteredOn(move -> move.from().isAtTheChannel())
                .noneMatch(move -> move.act() == ChargeAct.LAPSE || move.act() == ChargeAct.CANCEL);
    }

    /** Whatever a charge has come to, the channel's word, the bell or finance brings it to an end. */
    @Test
    void no_charge_is_left_without_a_way_to_its_end() {
        var ends = EnumSet.of(ChargeState.SETTLED, ChargeState.LAPSED, ChargeState.CANCELLED);
        for (var state : ChargeState.values()) {
            var seen = EnumSet.of(state);
            var next = new ArrayDeque<>(seen);
            while (!next.isEmpty()) {
                var from = next.poll();
                ChargeMoves.ALL.stream()
                        .filter(move -> move.from() == from && move.by() != ChargeMoves.By.PAYER && seen.add(move.to()))
                        .forEach(move -> next.add(move.to()));
            }
            assertThat(seen).as("from %s", state).containsAnyElementsOf(ends);
        }
    }

    @Test
    void the_bell_is_half_open() {
        var charge = charge(ChargeState.OPEN);
        assertThat(charge.isOver(DEADLINE.minusMillis(1))).as("23:59:59.999").isFalse();
        assertThat(charge.isOver(DEADLINE)).as("24:00:00.000").isTrue();
    }

    @Test
    void each_state_tells_the_payer_what_it_means_and_only_two_offer_to_pay() {
        for (var state : ChargeState.values()) {
            for (var now : new Instant[] {DEADLINE.minusSeconds(3600), DEADLINE}) {
                var words = ChargeWords.of(charge(state), now);
                assertThat(words.sentence()).as(state.name()).endsWith("。");
                boolean offers = now.isBefore(DEADLINE) && (state == ChargeState.OPEN || state == ChargeState.PREPARED);
                assertThat(words.payable()).as("%s at %s", state, now).isEqualTo(offers);
                assertThat(offers).isEqualTo(now.isBefore(DEADLINE) && ChargeMoves.allows(state, ChargeAct.SEND));
            }
        }
    }

    private static Charge charge(ChargeState state) {
        return new Charge(
                1,
                "2023040100000001",
                Purpose.GRADING,
                "17",
                new Payer.Person(7),
                "2023年度工考",
                Money.yuan(365),
                DEADLINE,
                state,
                state.isAtTheChannel() ? "2023040100000001_1" : null,
                false,
                state == ChargeState.SETTLED ? DEADLINE.minusSeconds(1) : null,
                0,
                "410305",
                3,
                false);
    }
}
