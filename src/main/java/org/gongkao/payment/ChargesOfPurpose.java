package org.gongkao.payment;

import java.util.ArrayList;
import java.util.Optional;
import org.gongkao.payment.BesideCharge.Block.Step;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Beside a charge the others of its purpose: what went back whole before it, or the one that is asked for since. */
@Component
@Order(30)
class ChargesOfPurpose implements BesideCharge {

    private final ChargeRows charges;

    ChargesOfPurpose(ChargeRows charges) {
        this.charges = charges;
    }

    @Override
    public Optional<Block> of(long charge, Actor payer) {
        var others = charges.others(charge, payer);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var facts = new ArrayList<Line>();
        var steps = new ArrayList<Step>();
        for (var other : others) {
            facts.add(new Line(
                    other.number(), other.replaced() ? "费用已全部退回" : other.state().label()));
            steps.add(new Step(other.replaced() ? "查看退回的缴费单" : "查看新的缴费单", "/charges/" + other.number()));
        }
        return Optional.of(new Block("这项申报的其他缴费单", Sign.NONE, "共 " + others.size() + " 张", facts, steps));
    }
}
