package org.gongkao.application.onsite;

import org.gongkao.application.ApplicationMoved;
import org.gongkao.application.Applications;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 释放预约。A file that was withdrawn, sent back or decided needs no appointment any more. Told again, it has none left. */
@Component
class ReleasingVisits {

    private final Applications applications;
    private final BookingVisits booking;
    private final BusinessClock clock;

    ReleasingVisits(Applications applications, BookingVisits booking, BusinessClock clock) {
        this.applications = applications;
        this.booking = booking;
        this.clock = clock;
    }

    @ApplicationModuleListener(condition = "#event.leftAgency()")
    void on(ApplicationMoved event) {
        var file = applications.get(event.applicationId(), Actor.SYSTEM);
        if (!file.progress().liesBeforeAgency()) {
            booking.release(file, clock.instant());
        }
    }
}
