package org.gongkao.cycle;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.AmendmentMoves.Act;
import org.gongkao.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 补充通知办理记录。What every act on an amendment leaves behind, and whom it tells. */
@Component
class AmendmentRecord {

    private final YearPackages packages;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AmendmentRecord(YearPackages packages, Audit audit, ApplicationEventPublisher events) {
        this.packages = packages;
        this.audit = audit;
        this.events = events;
    }

    void done(YearPackage of, long amendment, Act act, String documentNumber, Actor by, Instant at) {
        packages.act(of.id(), amendment, act.name(), documentNumber, by, at);
        audit.record(by, "补充通知：" + act.label(), "cycle-amendment:" + amendment, documentNumber);
    }

    void announce(long amendment) {
        events.publishEvent(new CycleAmended(amendment));
    }
}
