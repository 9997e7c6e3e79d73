package org.gongkao.payment.refund;

import java.time.Instant;
import org.gongkao.payment.RefundClaims;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.payment.refund.RefundRows.New;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 退费主张处理。The matter that was paid for ended by a decision or a broken promise: the rule says what goes back, and how. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimingRefunds implements RefundClaims {

    private final RefundRows rows;
    private final RefundClaimRows claims;
    private final RefundSources sources;
    private final RefundTerms terms;
    private final MovingRefunds moving;

    ClaimingRefunds(
            RefundRows rows, RefundClaimRows claims, RefundSources sources, RefundTerms terms, MovingRefunds moving) {
        this.rows = rows;
        this.claims = claims;
        this.sources = sources;
        this.terms = terms;
        this.moving = moving;
    }

    @Override
    public String claim(String purposeKey, RefundGround ground, Actor by, Instant at) {
        var charge = sources.lockOf(purposeKey).orElse(null);
        var source = charge == null ? null : sources.source(charge).orElse(null);
        if (charge == null || source == null) {
            return "";
        }
        var rule = terms.of(charge, ground, at).orElse(null);
        if (rule == null) {
            return "已缴费用保留，退费规定公布后办理";
        }
        dropAsked(charge, "改按“" + ground.label() + "”办理", at);
        var parts = sources.parts(charge, source);
        var sentence = RefundTerms.sentence(rule, parts, at);
        var shares = RefundTerms.shares(rule, parts);
        var total = RefundTerms.total(shares);
        if (claims.add(charge, ground, sentence, by, at) && total.fen() > 0 && !rule.isOver(at)) {
            var refund = new New(ground, charge, null, source, total, ground.label());
            moving.open(refund, shares, Actor.SYSTEM, at)
                    .filter(opened -> rule.automatic())
                    .ifPresent(opened ->
                            moving.send(opened.move(RefundAct.ORDER, rule.clause(), Actor.SYSTEM), Actor.SYSTEM, at));
        }
        return sentence;
    }

    @Override
    public boolean drop(String purposeKey, RefundGround ground, Instant at) {
        var paid = sources.lockOf(purposeKey);
        paid.ifPresent(charge -> {
            claims.drop(charge, ground, at);
            dropAsked(charge, "“" + ground.label() + "”的情形已经消除", at);
        });
        return paid.stream()
                .flatMap(charge -> rows.of(charge).stream())
                .anyMatch(refund -> refund.state() == RefundState.DONE && refund.ground() == ground);
    }

    /** What was asked for and has not been sent gives way. */
    private void dropAsked(Paid charge, String why, Instant at) {
        for (var asked : rows.of(charge)) {
            if (asked.discrepancy() == null) {
                rows.lock(asked.number())
                        .filter(one -> one.allows(RefundAct.DROP, Actor.SYSTEM))
                        .ifPresent(one -> moving.move(one.move(RefundAct.DROP, why, Actor.SYSTEM), Actor.SYSTEM, at));
            }
        }
    }
}
