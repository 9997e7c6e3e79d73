package org.gongkao.application.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Finding;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.Moving;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 同意再次退回。The office above gives the reason why a file may be returned for what could be seen the first time. */
@Component
class Consenting {

    private final Applications applications;
    private final ItemFindings findings;
    private final LateDefects late;
    private final Moving moving;
    private final Audit audit;

    Consenting(Applications applications, ItemFindings findings, LateDefects late, Moving moving, Audit audit) {
        this.applications = applications;
        this.findings = findings;
        this.late = late;
        this.moving = moving;
        this.audit = audit;
    }

    @Transactional
    public void consent(String number, int seenVersion, String reason, Actor superior, Instant arrived) {
        var file = applications.get(number, superior).asSeenAt(seenVersion);
        var asked = asked(file, superior);
        if (asked.isEmpty()) {
            throw new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW);
        }
        moving.requireOtherPerson(file, superior);
        if (reason.isBlank()) {
            throw new Refusal(ApplicationRefusal.CONSENT_WITHOUT_REASON);
        }
        asked.forEach(defect -> late.consent(file, defect, reason.strip(), superior, arrived));
        audit.record(superior, "同意再次退回", "application:" + number, asked.size() + " 处");
    }

    /** The defects that this actor, as the superior of the office whose turn it is, may consent to. */
    List<Finding> asked(Application file, Actor superior) {
        return holder(file)
                .filter(holder -> superior.office()
                                .equals(file.filed().above(file.progress().tier()))
                        && !superior.office().equals(holder))
                .map(holder -> late.unconsented(file, findings.of(file), holder))
                .orElse(List.of());
    }

    private static Optional<Office> holder(Application file) {
        return file.state() == ApplicationState.IN_REVIEW
                ? Optional.ofNullable(file.progress().holder())
                : Optional.empty();
    }
}
