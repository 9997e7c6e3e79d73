package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Assistances;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.History;
import org.gongkao.application.Moving;
import org.gongkao.audit.Audit;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 可否修改。Whether a file can be changed at a moment, whenever the table lets it be handed in; and by whom. */
@Component
class Editing {

    private final Moving moving;
    private final History history;
    private final Defects defects;
    private final Applications applications;
    private final Assistances assistances;
    private final Audit audit;

    Editing(
            Moving moving,
            History history,
            Defects defects,
            Applications applications,
            Assistances assistances,
            Audit audit) {
        this.moving = moving;
        this.history = history;
        this.defects = defects;
        this.applications = applications;
        this.assistances = assistances;
        this.audit = audit;
    }

    boolean isOpen(Application application, Instant now) {
        return application.isEditable(moving.timing(application, now).openAt(now));
    }

    /** The file as it may be changed by this filler now; within the transaction that changes it. */
    Application open(String number, Filler filler, Instant arrived) {
        var application = filler.assists()
                ? applications.assisted(number, filler.actor()).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND))
                : applications.get(number, filler.actor());
        application.requireEditable(moving.timing(application, arrived).openAt(arrived));
        return application;
    }

    /** What a clerk writes for a worker leaves a line each time; refused when the worker has ended the unit's help meanwhile. */
    void written(Application application, Filler filler, String what, Instant arrived) {
        if (filler.assists()) {
            assistances.written(application, filler.actor(), arrived);
            audit.record(filler.actor(), "单位代填", "application:" + application.number(), what);
        }
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
