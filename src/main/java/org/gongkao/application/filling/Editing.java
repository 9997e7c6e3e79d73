package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.History;
import org.gongkao.application.Moves;
import org.gongkao.application.Moving;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 可否修改。Whether a worker's file can be changed at a moment: whenever the table lets it be handed in. */
@Component
class Editing {

    private final Moving moving;
    private final History history;
    private final Defects defects;

    Editing(Moving moving, History history, Defects defects) {
        this.moving = moving;
        this.history = history;
        this.defects = defects;
    }

    boolean isOpen(Application application, Actor worker, Instant now) {
        return Moves.offered(
                        application.state(),
                        application.partiesOf(worker),
                        moving.timing(application, now).openAt(now))
                .contains(Act.SUBMIT);
    }

    void requireOpen(Application application, Actor worker, Instant arrived) {
        application.find(Act.SUBMIT, worker, moving.timing(application, arrived).openAt(arrived));
    }

    /** Level and occupation: until the unit has approved them, or when they themselves were sent back. */
    boolean canChoose(Application application) {
        var filing = application.filing();
        if (filing == null || application.state() == ApplicationState.DRAFT) {
            return true;
        }
        var unit = filing.route().getFirst().toString();
        return !history.approvedBy(application).contains(unit)
                || defects.open(application).stream()
                        .anyMatch(defect -> defect.item().equals(FieldGroup.CHOICE.key()));
    }

    void requireChoice(Application application) {
        if (!canChoose(application)) {
            throw new Refusal(ApplicationRefusal.LEVEL_FIXED);
        }
    }

    /** 24:00 of the last day on which the file can be handed in. */
    String until(Application application, Instant now) {
        return Shanghai.deadline(end(application, now));
    }

    Instant end(Application application, Instant now) {
        var timing = moving.timing(application, now);
        return application.state() == ApplicationState.RETURNED ? timing.correctionEnd() : timing.registrationEnd();
    }
}
