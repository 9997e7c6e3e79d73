package org.gongkao.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import org.gongkao.architecture.Committed;
import org.gongkao.architecture.Diagram;
import org.gongkao.architecture.Diagram.Arrow;
import org.gongkao.payment.receipt.FiscalReceipt.Proposal;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks all states and all acts of a receipt, and draws them. */
class ReceiptMovesTest {

    private static final Instant NOW = Instant.parse("2023-04-10T01:00:00Z");
    private static final Actor FIRST = new Actor(8, "钱会计", Role.FINANCE, null, null);
    private static final Actor SECOND = new Actor(9, "孙会计", Role.FINANCE, null, null);
    private static final Proposal ASKED_FOR = new Proposal(FIRST.account(), FIRST.name(), "姓名有误", NOW);

    @Test
    void exactly_the_listed_moves_move_a_receipt() {
        for (var state : ReceiptState.values()) {
            for (var act : ReceiptAct.values()) {
                var listed = ReceiptMoves.ALL.stream()
                        .filter(move -> move.from() == state && move.act() == act)
                        .toList();
                assertThat(listed.size()).as("%s %s listed once", state, act).isLessThanOrEqualTo(1);
                var moved = receipt(state, null).move(act, "");
                assertThat(moved.isPresent()).as("%s %s", state, act).isEqualTo(!listed.isEmpty());
                moved.ifPresent(
                        to -> assertThat(to.to()).isEqualTo(listed.getFirst().to()));
                if (listed.isEmpty()) {
                    assertThatThrownBy(() -> receipt(state, null).moveBy(SECOND, act, ""))
                            .as("%s %s", state, act)
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(refusal.reason()).isEqualTo(ReceiptRefusal.NOT_NOW));
                }
            }
        }
    }

    @Test
    void every_state_can_be_reached_and_every_act_but_a_doubt_does_something() {
        var reached = EnumSet.of(ReceiptState.QUEUED);
        var next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            var from = next.poll();
            ReceiptMoves.ALL.stream()
                    .filter(move -> move.from() == from && reached.add(move.to()))
                    .forEach(move -> next.add(move.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(ReceiptState.values());
        var acts = new HashSet<>(EnumSet.of(ReceiptAct.DOUBT, ReceiptAct.SETTLE_DOUBT));
        ReceiptMoves.ALL.forEach(move -> acts.add(move.act()));
        assertThat(acts).containsExactlyInAnyOrder(ReceiptAct.values());
    }

    @Test
    void only_the_issuers_word_makes_a_receipt_and_only_its_word_takes_it_back() {
        assertThat(ReceiptMoves.ALL)
                .filteredOn(move -> move.to() == ReceiptState.ISSUED && move.from() != ReceiptState.ISSUED)
                .allMatch(move -> move.by() == ReceiptMoves.By.ISSUER && move.act() == ReceiptAct.ISSUE);
        assertThat(ReceiptMoves.ALL)
                .filteredOn(move -> move.to() == ReceiptState.RED_MARKED)
                .allMatch(move -> move.by() == ReceiptMoves.By.ISSUER && move.act() == ReceiptAct.RED);
        assertThat(ReceiptMoves.ALL)
                .noneMatch(move -> move.from() == ReceiptState.RED_MARKED || move.from() == ReceiptState.DROPPED);
    }

    @Test
    void what_may_have_been_issued_is_never_dropped() {
        assertThat(ReceiptMoves.allows(ReceiptState.ASKED, ReceiptAct.DROP)).isFalse();
        assertThat(ReceiptMoves.allows(ReceiptState.ASKED, ReceiptAct.RETRY)).isFalse();
        assertThat(ReceiptMoves.allows(ReceiptState.RED_ASKED, ReceiptAct.RETRY_RED))
                .isFalse();
    }

    @Test
    void two_people_take_part_in_issuing_anew() {
        refuses(receipt(ReceiptState.ISSUED, ASKED_FOR), FIRST, ReceiptAct.CONFIRM, ReceiptRefusal.SAME_PERSON);
        refuses(receipt(ReceiptState.ISSUED, null), SECOND, ReceiptAct.CONFIRM, ReceiptRefusal.SAME_PERSON);
        refuses(receipt(ReceiptState.ISSUED, ASKED_FOR), SECOND, ReceiptAct.PROPOSE, ReceiptRefusal.PROPOSED_ALREADY);
        refuses(receipt(ReceiptState.ISSUED, null), SECOND, ReceiptAct.DECLINE, ReceiptRefusal.NOT_NOW);
        assertThat(receipt(ReceiptState.ISSUED, ASKED_FOR)
                        .moveBy(SECOND, ReceiptAct.CONFIRM, "")
                        .to())
                .isEqualTo(ReceiptState.RED_ASKED);
        assertThat(receipt(ReceiptState.ISSUED, ASKED_FOR)
                        .moveBy(FIRST, ReceiptAct.DECLINE, "")
                        .to())
                .as("who asked for it may take that back")
                .isEqualTo(ReceiptState.ISSUED);
    }

    @Test
    void a_payer_is_told_nothing_that_only_finance_can_mend() {
        for (var state : ReceiptState.values()) {
            assertThat(state.told()).isNotBlank().doesNotContain("退回");
            assertThat(ReceiptState.of(state.key())).contains(state);
        }
    }

    @Test
    void the_diagram_is_made_of_the_table() {
        var diagram = new Diagram("财政电子票据", "`payment.receipt.ReceiptMoves`");
        for (var state : ReceiptState.values()) {
            diagram.state(state.name(), state.label());
        }
        var arrows = ReceiptMoves.ALL.stream()
                .map(move -> new Arrow(
                        move.from().name(),
                        move.act().label(),
                        move.by().label(),
                        "",
                        move.needs().label(),
                        move.to().name()))
                .toList();
        Committed.is(Path.of("docs/machines/receipt.md"), diagram.page(ReceiptState.QUEUED.name(), arrows));
    }

    private static void refuses(FiscalReceipt receipt, Actor by, ReceiptAct act, ReceiptRefusal reason) {
        assertThatThrownBy(() -> receipt.moveBy(by, act, ""))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static FiscalReceipt receipt(ReceiptState state, @Nullable Proposal proposal) {
        return new FiscalReceipt(
                1,
                "P2023041000000001",
                7,
                null,
                "等级考核费",
                "陈立民",
                Money.yuan(365),
                state,
                1,
                null,
                null,
                null,
                null,
                null,
                proposal,
                NOW,
                0);
    }
}
