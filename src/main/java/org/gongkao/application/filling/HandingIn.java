package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Set;
import org.gongkao.application.Applications;
import org.gongkao.application.Moving;
import org.gongkao.application.filling.Submitting.Receipt;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 确认并提交。Keeps what was shown and confirmed, and hands the file in, both or neither. */
@Component
class HandingIn {

    private final Applications applications;
    private final Completeness completeness;
    private final Confirmations confirmations;
    private final Submitting submitting;
    private final Moving moving;

    HandingIn(
            Applications applications,
            Completeness completeness,
            Confirmations confirmations,
            Submitting submitting,
            Moving moving) {
        this.applications = applications;
        this.completeness = completeness;
        this.confirmations = confirmations;
        this.submitting = submitting;
        this.moving = moving;
    }

    @Transactional
    public Receipt handIn(String number, int seenVersion, Set<String> confirmed, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        var cycle = moving.cycle(application, arrived);
        var checked = completeness.checked(application, cycle, arrived);
        for (var asked : completeness.toConfirm(application, cycle, checked)) {
            if (confirmed.contains(asked.kind())) {
                confirmations.add(application, asked, arrived);
            }
        }
        return submitting.submit(number, seenVersion, worker, arrived);
    }
}
