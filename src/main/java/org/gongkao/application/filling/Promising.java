package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.DeferralTerms;
import org.gongkao.application.Deferrals;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 容缺承诺。The worker promises a material that is missing, where the year allows it, or takes the promise back. What a clerk puts
 * down for the worker is the worker's promise once the worker has confirmed it, when handing in.
 */
@Component
class Promising {

    private final Applications applications;
    private final Materials materials;
    private final Deferrals deferrals;
    private final Editing editing;
    private final Moving moving;
    private final Audit audit;

    Promising(
            Applications applications,
            Materials materials,
            Deferrals deferrals,
            Editing editing,
            Moving moving,
            Audit audit) {
        this.applications = applications;
        this.materials = materials;
        this.deferrals = deferrals;
        this.editing = editing;
        this.moving = moving;
        this.audit = audit;
    }

    /** @param shown the hash of the terms that stood on the page: nobody promises what they have not seen */
    @Transactional
    public void promise(
            String number, MaterialKind kind, String shown, boolean confirmed, Filler filler, Instant arrived) {
        var application = editing.open(number, filler, arrived);
        var terms = moving.cycle(application, arrived).section(DeferralTerms.class);
        boolean there =
                materials.of(application).stream().anyMatch(one -> one.kind().equals(kind.code()));
        if (there || !kind.isDemanded() || !terms.allow(kind.code(), arrived)) {
            throw new Refusal(ApplicationRefusal.NOT_DEFERRABLE);
        }
        if (deferrals.hasBroken(application.personId())) {
            throw new Refusal(ApplicationRefusal.PROMISE_BROKEN_BEFORE);
        }
        if (!terms.hash().equals(shown)) {
            throw new Refusal(ApplicationRefusal.LIABILITY_CHANGED);
        }
        if (!confirmed) {
            throw new Refusal(ApplicationRefusal.LIABILITY_UNCONFIRMED);
        }
        applications.touch(application, arrived);
        deferrals.add(application, kind, terms, arrived);
        audit.record(filler.actor(), "容缺承诺", "application:" + number, kind.name());
        editing.written(application, filler, "容缺承诺", arrived);
    }

    @Transactional
    public void takeBack(String number, String kind, Filler filler, Instant arrived) {
        var application = editing.open(number, filler, arrived);
        applications.touch(application, arrived);
        deferrals.withdraw(application, kind);
        audit.record(filler.actor(), "收回容缺承诺", "application:" + number, kind);
        editing.written(application, filler, "收回容缺承诺", arrived);
    }
}
