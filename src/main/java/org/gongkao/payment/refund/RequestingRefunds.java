package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.List;
import org.gongkao.payment.RefundCondition;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.payment.refund.RefundRows.New;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 提出退费。The payer asks for what the rule gives back, or finance does; of money that fits no charge only finance. */
@Component
class RequestingRefunds {

    static final int LONGEST_REASON = 500;

    private final RefundRows rows;
    private final RefundClaimRows claims;
    private final RefundSources sources;
    private final RefundTerms terms;
    private final MovingRefunds moving;
    private final List<RefundCondition> conditions;

    RequestingRefunds(
            RefundRows rows,
            RefundClaimRows claims,
            RefundSources sources,
            RefundTerms terms,
            MovingRefunds moving,
            ObjectProvider<RefundCondition> conditions) {
        this.rows = rows;
        this.claims = claims;
        this.sources = sources;
        this.terms = terms;
        this.moving = moving;
        this.conditions = conditions.orderedStream().toList();
    }

    /** 退费申请。What was typed. */
    record Request(@Nullable RefundGround ground, String reason, boolean confirmed) {

        void check(boolean grounded) {
            var said = reason.strip();
            new Faults()
                    .addIf(!grounded, "ground", "请选择退费情形。")
                    .addIf(
                            said.isEmpty() || said.length() > LONGEST_REASON,
                            "reason",
                            "请写明申请退费的原因，" + LONGEST_REASON + " 字以内。")
                    .addIf(!confirmed, "confirmed", "请看过退费规定后勾选确认。")
                    .refuse();
        }
    }

    /** The new refund's number. */
    @Transactional
    public String ofCharge(String number, Request request, Actor by, Instant arrived) {
        var charge = sources.lock(number, by);
        var ground = request.ground();
        boolean may = ground != null && (by.is(Role.FINANCE) ? !ground.isOfUnclearMoney() : ground.isAskedByPayer());
        request.check(may);
        if (ground == null) {
            throw new Refusal(RefundRefusal.NO_RULE);
        }
        var source = sources.source(charge).orElseThrow(() -> new Refusal(RefundRefusal.NOT_PAID));
        require(charge, ground, arrived);
        var rule = terms.of(charge, ground, arrived).orElseThrow(() -> new Refusal(RefundRefusal.NO_RULE));
        var shares = RefundTerms.shares(rule, sources.parts(charge, source));
        var total = RefundTerms.total(shares);
        if (total.fen() == 0) {
            throw new Refusal(RefundRefusal.NOTHING_LEFT);
        }
        var refund =
                new New(ground, charge, null, source, total, request.reason().strip());
        return moving.open(refund, shares, by, arrived)
                .orElseThrow(() -> new Refusal(RefundRefusal.UNDERWAY))
                .number();
    }

    /** Refuses what may not be asked for now: by the date, by the matter, for want of what it is asked on. */
    private void require(Paid charge, RefundGround ground, Instant at) {
        var rule = terms.of(charge, ground, at).orElseThrow(() -> new Refusal(RefundRefusal.NO_RULE));
        var until = rule.until();
        if (until != null && rule.isOver(at)) {
            throw new Refusal(RefundRefusal.OVER, Shanghai.deadline(until));
        }
        if (ground.isClaimed() && claims.of(charge).stream().noneMatch(claim -> claim.ground() == ground)) {
            throw new Refusal(RefundRefusal.NO_CLAIM);
        }
        conditions.forEach(one -> one.require(ground, charge.purpose(), charge.purposeKey(), at));
    }

    /** Why this ground cannot be asked on now, in a sentence; empty when it can. */
    String hindrance(Paid charge, RefundGround ground, Instant at) {
        try {
            require(charge, ground, at);
            return "";
        } catch (Refusal refused) {
            return refused.sentence();
        }
    }

    /** The whole movement, on the ground that its kind is. */
    @Transactional
    public String ofUnclear(long discrepancy, Request request, Actor finance, Instant arrived) {
        var money = sources.lockUnclear(discrepancy, finance);
        var ground = money.ground().orElseThrow(() -> new Refusal(RefundRefusal.NOT_MONEY));
        request.check(true);
        if (money.gone()) {
            throw new Refusal(RefundRefusal.DECIDED);
        }
        var refund = new New(
                ground,
                money.charge(),
                money.id(),
                money.source(),
                money.amount(),
                request.reason().strip());
        return moving.open(refund, List.of(), finance, arrived)
                .orElseThrow(() -> new Refusal(RefundRefusal.UNDERWAY))
                .number();
    }

    @Transactional
    public void withdraw(String number, Actor payer, Instant arrived) {
        var refund = rows.lock(number, payer);
        moving.move(refund.move(RefundAct.WITHDRAW, "", payer), payer, arrived);
    }
}
