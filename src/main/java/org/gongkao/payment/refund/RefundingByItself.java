package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.List;
import org.gongkao.payment.UnclearMoney;
import org.gongkao.payment.refund.RefundRows.New;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * 自动退费。Money that belongs to no charge goes back in full where the rule says so, without a person. Told twice it finds the
 * refund that is there.
 */
@Component
class RefundingByItself {

    private final RefundSources sources;
    private final RefundTerms terms;
    private final MovingRefunds moving;
    private final BusinessClock clock;

    RefundingByItself(RefundSources sources, RefundTerms terms, MovingRefunds moving, BusinessClock clock) {
        this.sources = sources;
        this.terms = terms;
        this.moving = moving;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(UnclearMoney found) {
        giveBack(found.discrepancyId(), clock.instant());
    }

    private void giveBack(long discrepancy, Instant now) {
        var money = sources.lockUnclear(discrepancy, Actor.SYSTEM);
        var ground = money.ground().orElse(null);
        if (ground == null || money.decided()) {
            return;
        }
        terms.of(money.charge(), ground, now)
                .filter(RefundRules.Rule::automatic)
                .ifPresent(rule -> {
                    var refund =
                            new New(ground, money.charge(), money.id(), money.source(), money.amount(), ground.label());
                    moving.open(refund, List.of(), Actor.SYSTEM, now)
                            .ifPresent(opened -> moving.send(
                                    opened.move(RefundAct.ORDER, rule.clause(), Actor.SYSTEM), Actor.SYSTEM, now));
                });
    }
}
