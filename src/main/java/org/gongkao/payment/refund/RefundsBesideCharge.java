package org.gongkao.payment.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.payment.BesideCharge;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The refund of a charge beside it: how it stands, what the rule says, and where to ask. */
@Component
@Order(20)
class RefundsBesideCharge implements BesideCharge {

    private final RefundRows rows;
    private final RefundClaimRows claims;
    private final RefundSources sources;

    RefundsBesideCharge(RefundRows rows, RefundClaimRows claims, RefundSources sources) {
        this.rows = rows;
        this.claims = claims;
        this.sources = sources;
    }

    @Override
    public Optional<Block> of(long charge, Actor payer) {
        return sources.find(charge, payer).flatMap(this::of);
    }

    private Optional<Block> of(Refund.Paid charge) {
        var refunds = rows.of(charge);
        if (refunds.isEmpty() && sources.source(charge).isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<Line>();
        claims.of(charge).forEach(claim -> facts.add(new Line(claim.ground().label(), claim.sentence() + "。")));
        var path = MyRefundController.path(charge.number());
        if (refunds.isEmpty()) {
            return Optional.of(new Block("退费", Sign.NONE, "没有退费", facts, List.of(new Block.Step("退费规定和申请", path))));
        }
        var newest = refunds.getFirst();
        facts.addAll(RefundWords.facts(newest));
        return Optional.of(new Block(
                "退费", newest.state().sign(), newest.state().label(), facts, List.of(new Block.Step("查看退费", path))));
    }
}
