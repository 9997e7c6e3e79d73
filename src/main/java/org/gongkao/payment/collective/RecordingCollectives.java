package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.payment.CollectiveGivenUp;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 登记统一缴费。Written down before anything is sent, and ended with a reason; each in a transaction of its own. */
@Component
class RecordingCollectives {

    private final Collectives collectives;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordingCollectives(Collectives collectives, Audit audit, ApplicationEventPublisher events) {
        this.collectives = collectives;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public Collective add(List<Collectives.Owing> shares, Money sum, Actor clerk, Instant now) {
        var number = collectives.add(shares, sum, clerk, now);
        audit.record(clerk, "单位统一缴费", "collective:" + number, shares.size() + " 人，" + sum);
        return collectives.get(number, clerk);
    }

    /** Nothing was sent, and nobody waits for it. */
    @Transactional
    public void neverSent(Collective made, Actor clerk, Instant now) {
        end(made, PayingTogether.NEVER_SENT, clerk, now);
    }

    /** Its people have to pay themselves, as soon as the channel has said that nothing came. */
    @Transactional
    public void giveUp(Collective made, Actor clerk, Instant now) {
        end(made, "单位放弃", clerk, now);
        events.publishEvent(new CollectiveGivenUp(made.id()));
    }

    private void end(Collective made, String why, Actor clerk, Instant now) {
        if (collectives.end(made.number(), why, clerk, now)) {
            audit.record(clerk, "结束统一缴费", "collective:" + made.number(), why);
        }
    }
}
