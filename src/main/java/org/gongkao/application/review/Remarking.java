package org.gongkao.application.review;

import java.time.Instant;
import org.gongkao.application.Applications;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 备注。An officer leaves a remark for the other offices on the route, whose turn it is or not. */
@Component
class Remarking {

    private final Applications applications;
    private final Notes notes;
    private final Audit audit;

    Remarking(Applications applications, Notes notes, Audit audit) {
        this.applications = applications;
        this.notes = notes;
        this.audit = audit;
    }

    @Transactional
    public void remark(String number, String text, Actor officer, Instant arrived) {
        var file = applications.get(number, officer);
        if (!Notes.areOpenTo(officer, file)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        notes.add(file, text, officer, arrived);
        audit.record(officer, "写内部备注", "application:" + number, "");
    }
}
