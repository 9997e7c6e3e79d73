package org.gongkao.audit;

import java.util.ArrayList;
import org.gongkao.shared.MachineClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 封存。Chains the settled lines. One node at a time, beside the acts: no act waits for it, and no line is touched. */
@Component
class Sealing {

    static final int AT_ONCE = 2_000;

    private final Chain chain;
    private final MachineClock clock;

    Sealing(Chain chain, MachineClock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** Seals the next lines and says how many; none when another node is at it. */
    @Transactional
    int seal() {
        if (!chain.becomeTheOnlySealer()) {
            return 0;
        }
        var last = chain.last();
        var seals = new ArrayList<Chain.Seal>();
        for (var line : chain.settledAfter(last, AT_ONCE)) {
            long number = last.number() + 1;
            last = new Chain.Seal(number, line.id(), line.xid(), line.sealedAs(number, last.hash()));
            seals.add(last);
        }
        if (!seals.isEmpty()) {
            chain.add(seals, clock.instant());
        }
        return seals.size();
    }
}
