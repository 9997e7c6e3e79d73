package org.gongkao.application.roster;

import java.time.Instant;
import org.gongkao.payment.Purpose;
import org.gongkao.payment.RefundCondition;
import org.gongkao.payment.RefundGround;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** What the unit has confirmed on its roster is counted on: from then on nobody takes the fee back by a wish of their own. */
@Component
class RefundBeforeRoster implements RefundCondition {

    private final FrozenRosters frozen;

    RefundBeforeRoster(FrozenRosters frozen) {
        this.frozen = frozen;
    }

    @Override
    public void require(RefundGround ground, Purpose purpose, String purposeKey, Instant at) {
        if (ground == RefundGround.OWN_WISH && purpose == Purpose.GRADING && frozen.hasConfirmed(purposeKey)) {
            throw new Refusal(RosterRefusal.NO_REFUND_ONCE_FROZEN);
        }
    }
}
