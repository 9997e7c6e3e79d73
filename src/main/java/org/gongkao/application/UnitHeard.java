package org.gongkao.application;

import org.gongkao.shared.BusinessClock;
import org.gongkao.worker.UnitChosen;
import org.gongkao.worker.WorkerMoved;
import org.gongkao.worker.WorkerRefused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 单位归属通知。Hears that a person stands at another unit, or by no unit's word. */
@Component
class UnitHeard {

    private final FollowingUnit following;
    private final BusinessClock clock;

    UnitHeard(FollowingUnit following, BusinessClock clock) {
        this.following = following;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(WorkerRefused event) {
        following.settle(event.personId(), clock.instant());
    }

    @ApplicationModuleListener
    void on(UnitChosen event) {
        following.settle(event.personId(), clock.instant());
    }

    @ApplicationModuleListener
    void on(WorkerMoved event) {
        following.settle(event.personId(), clock.instant());
    }
}
