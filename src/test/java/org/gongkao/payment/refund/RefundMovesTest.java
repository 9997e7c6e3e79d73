package org.gongkao.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.RefundMoves.By;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;

/** Walks all states, all acts and everybody who could try one. */
class RefundMovesTest {

    private static final Instant AT = Instant.parse("2023-04-20T01:00:00Z");
    private static final Actor PAYER = new Actor(3, "陈立民", Role.WORKER, null, 7L);
    private static final Actor OTHER = new Actor(4, "赵桂英", Role.WORKER, null, 8L);
    private static final Actor FIRST = new Actor(5, "钱会计", Role.FINANCE, "agency:410300", null);
    private static final Actor SECOND = new Actor(6, "孙会计", Role.FINANCE, "agency:410300", null);
    private static final Actor AUDITOR = new Actor(7, "马超", Role.AUDITOR, null, null);
    private static final Actor UNIT = new Actor(8, "刘芳", Role.UNIT_CLERK, "unit:41030500001", null);

    /** Who may be which party; the first of finance has proposed. */
    private static final Map<Actor, EnumSet<By>> PARTIES = new LinkedHashMap<>(Map.of(
            PAYER,
            EnumSet.of(By.PAYER),
            OTHER,
            EnumSet.noneOf(By.class),
            FIRST,
            EnumSet.of(By.FINANCE),
            SECOND,
            EnumSet.of(By.FINANCE, By.SECOND),
            AUDITOR,
            EnumSet.noneOf(By.class),
            UNIT,
            EnumSet.noneOf(By.class),
            Actor.SYSTEM,
            EnumSet.of(By.RULE)));

    @Test
    void exactly_the_listed_moves_move_a_refund_and_only_by_whom_they_are_listed_for() {
        for (var state : RefundState.values()) {
            for (var act : RefundAct.values()) {
                var listed = RefundMoves.ALL.stream()
                        .filter(move -> move.from() == state && move.act() == act)
                        .toList();
                assertThat(listed.size()).as("%s %s listed once", state, act).isLessThanOrEqualTo(1);
                PARTIES.forEach((actor, parties) -> {
                    boolean may = !listed.isEmpty()
                            && parties.contains(listed.getFirst().by());
                    assertThat(refund(state).allows(act, actor))
                            .as("%s %s by %s", state, act, actor.name())
                            .isEqualTo(may);
                    if (may) {
                        assertThat(refund(state).move(act, "", actor).to())
                                .isEqualTo(listed.getFirst().to());
                    } else {
                        assertThatThrownBy(() -> refund(state).move(act, "", actor))
                                .as("%s %s by %s", state, act, actor.name())
                                .isInstanceOf(Refusal.class);
                    }
                });
                boolean channels = listed.stream().anyMatch(move -> move.by() == By.CHANNEL);
                assertThat(refund(state).told(act, "").isPresent())
                        .as("%s %s told by the channel", state, act)
                        .isEqualTo(channels);
            }
        }
    }

    @Test
    void who_proposed_does_not_decide_and_is_told_why() {
        for (var act : new RefundAct[] {RefundAct.APPROVE, RefundAct.SEND_BACK}) {
            assertThatThrownBy(() -> refund(RefundState.PROPOSED).move(act, "", FIRST))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.reason()).isEqualTo(RefundRefusal.SAME_PERSON));
        }
        assertThatThrownBy(() -> refund(RefundState.PROPOSED).move(RefundAct.APPROVE, "", PAYER))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(CommonRefusal.NOT_YOURS_TO_DO));
    }

    @Test
    void only_the_channels_word_makes_it_done_or_failed_and_nothing_leaves_its_end() {
        assertThat(RefundMoves.ALL)
                .filteredOn(move -> move.to() == RefundState.DONE || move.to() == RefundState.FAILED)
                .allMatch(move -> move.by() == By.CHANNEL);
        assertThat(RefundMoves.ALL).noneMatch(move -> move.from().isEnd());
        assertThat(RefundMoves.ALL)
                .as("what is at the channel is ended by nobody else")
                .filteredOn(move -> move.from() == RefundState.SENT || move.from() == RefundState.DISPUTED)
                .allMatch(move -> move.by() == By.CHANNEL);
    }

    @Test
    void every_state_can_be_reached_every_act_does_something_and_every_state_leads_to_an_end() {
        var reached = EnumSet.of(RefundState.REQUESTED);
        var next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            var from = next.poll();
            RefundMoves.ALL.stream()
                    .filter(move -> move.from() == from && reached.add(move.to()))
                    .forEach(move -> next.add(move.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(RefundState.values());
        var acts = new HashSet<>(EnumSet.of(RefundAct.REQUEST));
        RefundMoves.ALL.forEach(move -> acts.add(move.act()));
        assertThat(acts).containsExactlyInAnyOrder(RefundAct.values());
        for (var state : RefundState.values()) {
            assertThat(state.isEnd() || RefundMoves.ALL.stream().anyMatch(move -> move.from() == state))
                    .as("%s", state)
                    .isTrue();
        }
    }

    @Test
    void each_state_tells_the_payer_what_it_means() {
        for (var state : RefundState.values()) {
            assertThat(RefundWords.sentence(refund(state))).as("%s", state).endsWith("。");
        }
    }

    @Test
    void the_request_is_another_one_when_anything_of_it_is() {
        var refund = refund(RefundState.SENT);
        assertThat(refund.request()).isEqualTo(refund(RefundState.FAILED).request());
        assertThat(refund.request()).contains("R2023042000000001", "32000", "38000", "4200001234");
    }

    private static Refund refund(RefundState state) {
        var charge = new Refund.Paid(
                1, "2023040100000001", Purpose.GRADING, "17", 7L, null, "2023年度工考", Money.yuan(380), AT, "410305", 1);
        return new Refund(
                1,
                "R2023042000000001",
                RefundGround.OWN_WISH,
                charge,
                null,
                ChannelCode.WECHAT,
                "2023040100000001_1",
                "4200001234",
                Money.yuan(380),
                Money.yuan(320),
                state,
                "因病",
                Role.WORKER,
                3,
                5L,
                false,
                1,
                null,
                AT,
                null,
                0);
    }
}
