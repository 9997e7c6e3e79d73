package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.payment.refund.RefundRows.Share;
import org.gongkao.payment.refund.RefundSources.Part;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办理退费。Finance proposes what goes back, a second person decides; what failed is sent again or given up. */
@Component
class HandlingRefunds {

    private static final Pattern YUAN = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,2})?");

    private final RefundRows rows;
    private final RefundSources sources;
    private final RefundTerms terms;
    private final MovingRefunds moving;
    private final Humans humans;

    HandlingRefunds(RefundRows rows, RefundSources sources, RefundTerms terms, MovingRefunds moving, Humans humans) {
        this.rows = rows;
        this.sources = sources;
        this.terms = terms;
        this.moving = moving;
        this.humans = humans;
    }

    /** 办理意见。What was typed: words, and amounts by the part's place. */
    record Typed(String words, Map<Integer, String> amounts) {

        static final Typed NOTHING = new Typed("", Map.of());
    }

    @Transactional
    public void handle(String number, int seen, RefundAct act, Typed typed, Actor officer, Instant arrived) {
        var refund = rows.lock(number, officer).asSeenAt(seen);
        var words = typed.words().strip();
        var moved = refund.move(act, words, officer);
        requireAnother(refund, act, officer);
        new Faults()
                .addIf(act.wantsReason() && words.isEmpty(), "words", "请写明“" + act.label() + "”的理由，缴费人可以看到结果和理由。")
                .addIf(
                        words.length() > RequestingRefunds.LONGEST_REASON,
                        "words",
                        "请写在 " + RequestingRefunds.LONGEST_REASON + " 字以内。")
                .refuse();
        switch (act) {
            case PROPOSE -> moving.propose(moved, shares(refund, typed, arrived), officer, arrived);
            case APPROVE, SEND_AGAIN -> {
                requireUndecided(refund, officer);
                moving.send(moved, officer, arrived);
            }
            case GIVE_UP -> moving.giveUp(moved, officer, arrived);
            default -> moving.move(moved, officer, arrived);
        }
    }

    /** Not the one who proposed, under whatever account. */
    private void requireAnother(Refund refund, RefundAct act, Actor officer) {
        var proposer = refund.proposedBy();
        boolean second = RefundMoves.find(refund.state(), act)
                .filter(move -> move.by() == RefundMoves.By.SECOND)
                .isPresent();
        if (second && proposer != null && humans.same(proposer, officer)) {
            throw new Refusal(RefundRefusal.SAME_PERSON);
        }
    }

    /** The channel may have taken back meanwhile what did not fit: then there is nothing to give back. */
    private void requireUndecided(Refund refund, Actor officer) {
        var discrepancy = refund.discrepancy();
        if (discrepancy != null && sources.lockUnclear(discrepancy, officer).gone()) {
            throw new Refusal(RefundRefusal.DECIDED);
        }
    }

    /** What the rule keeps cannot be given, nor more than is left of what came. */
    private List<Share> shares(Refund refund, Typed typed, Instant at) {
        var charge = refund.charge();
        if (refund.discrepancy() != null || charge == null) {
            return List.of();
        }
        var rule = terms.of(charge, refund.ground(), at).orElseThrow(() -> new Refusal(RefundRefusal.NO_RULE));
        var source = sources.source(charge).orElseThrow(() -> new Refusal(RefundRefusal.NOT_PAID));
        var faults = new Faults();
        var shares = new ArrayList<Share>();
        for (var part : sources.parts(charge, source)) {
            var field = "amount-" + part.place();
            var amount = yuan(typed.amounts().getOrDefault(part.place(), "").strip());
            if (amount.isEmpty()) {
                faults.add(field, "请填写金额，如 320.00；不退的填 0。");
            } else {
                check(part, amount.get(), rule.givesBack(part.name()), field, faults);
                shares.add(new Share(part.place(), part.name(), amount.get()));
            }
        }
        if (!faults.any() && RefundTerms.total(shares).fen() == 0) {
            faults.add("amount-" + shares.getFirst().place(), "退费合计不能为 0；不退的请选“不予退费”并写明理由。");
        }
        faults.refuse();
        return shares;
    }

    private static void check(Part part, Money amount, boolean givesBack, String field, Faults faults) {
        if (amount.fen() > 0 && !givesBack) {
            faults.add(field, "按退费规定，这一情形的" + part.name() + "不退，请填 0。");
        } else if (amount.compareTo(part.left()) > 0) {
            faults.add(field, part.name() + "最多还能退 " + part.left() + "，请核对。");
        }
    }

    private static Optional<Money> yuan(String text) {
        if (!YUAN.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Money(new java.math.BigDecimal(text).movePointRight(2).longValueExact()));
    }
}
