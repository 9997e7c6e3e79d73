package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Act;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.History;
import org.gongkao.application.Moving;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 申诉。Against a rejection, once, to the tier above, which upholds it for good or reopens the file. */
@Component
class Objecting {

    private final Applications applications;
    private final Moving moving;

    Objecting(Applications applications, Moving moving) {
        this.applications = applications;
        this.moving = moving;
    }

    @Transactional
    public void object(String number, int seenVersion, String reason, Actor worker, Instant arrived) {
        var application = applications.get(number, worker).asSeenAt(seenVersion);
        var move = application.find(
                Act.OBJECT, worker, moving.timing(application, arrived).openAt(arrived));
        if (reason.isBlank()) {
            throw new Refusal(move.needs().otherwise());
        }
        var progress = application.progress();
        var above = application.filed().above(progress.sentBackBy());
        var to = progress.withObjection().before(ApplicationState.OBJECTED, progress.tier(), above, arrived);
        moving.write(new Moved(application, Act.OBJECT, worker, to), History.Words.of(reason.strip()), arrived);
    }
}
