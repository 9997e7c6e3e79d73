package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 登记统一缴费。Written down before anything is sent, and ended with a reason; each in a transaction of its own. */
@Component
class RecordingCollectives {

    private final Collectives collectives;
    private final Audit audit;

    RecordingCollectives(Collectives collectives, Audit audit) {
        this.collectives = collectives;
        this.audit = audit;
    }

    @Transactional
    public Collective add(List<Collectives.Owing> shares, Money sum, Actor clerk, Instant now) {
        var number = collectives.add(shares, sum, clerk, now);
        audit.record(clerk, "单位统一缴费", "collective:" + number, shares.size() + " 人，" + sum);
        return collectives.get(number, clerk);
    }

    @Transactional
    public void end(String number, String why, Actor clerk, Instant now) {
        if (collectives.end(number, why, clerk, now)) {
            audit.record(clerk, "结束统一缴费", "collective:" + number, why);
        }
    }
}
