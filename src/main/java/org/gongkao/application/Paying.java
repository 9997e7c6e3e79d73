package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 缴费到账。Turns a settled charge into a paid application, once, however often it is told. */
@Component
class Paying {

    private final Applications applications;
    private final Moving moving;

    Paying(Applications applications, Moving moving) {
        this.applications = applications;
        this.moving = moving;
    }

    @Transactional
    public void paid(String number, Instant at) {
        paid(applications.get(number, Actor.SYSTEM), at);
    }

    void paid(Application application, Instant at) {
        if (application.state() != ApplicationState.PAYMENT_DUE) {
            return;
        }
        var to = application.progress().in(ApplicationState.PAID);
        moving.write(new Moved(application, Act.PAY, Actor.SYSTEM, to), History.Words.NONE, at);
    }
}
