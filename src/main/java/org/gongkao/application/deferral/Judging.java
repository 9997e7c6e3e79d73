package org.gongkao.application.deferral;

import java.time.Instant;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralMoved;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 审核容缺材料。The agency of the last tier accepts what was handed in, or sends it back. What came in time waits for it, however long. */
@Component
class Judging {

    private static final int LONGEST_REASON = 400;

    private final Applications applications;
    private final Deferrals deferrals;
    private final Materials materials;
    private final Moving moving;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Judging(
            Applications applications,
            Deferrals deferrals,
            Materials materials,
            Moving moving,
            Audit audit,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.deferrals = deferrals;
        this.materials = materials;
        this.moving = moving;
        this.audit = audit;
        this.events = events;
    }

    static boolean isFor(Actor officer, Application application, Deferral promise) {
        var filing = application.filing();
        return promise.state() == DeferralState.HANDED_IN
                && filing != null
                && filing.route().getLast().toString().equals(officer.officeText());
    }

    @Transactional
    public void accept(String number, long id, Actor officer, Instant arrived) {
        var application = applications.get(number, officer);
        judge(application, id, DeferralState.KEPT, "", officer, arrived);
    }

    /**
     * Back to the worker, with the reason. It had come in time, so the days of a late file are left for the next one, however
     * late the office looked at it.
     */
    @Transactional
    public void refuse(String number, long id, String reason, Actor officer, Instant arrived) {
        var application = applications.get(number, officer);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Refusal(ApplicationRefusal.SENT_BACK_WITHOUT_REASON);
        }
        var promise = judge(application, id, DeferralState.OPEN, reason.strip(), officer, arrived);
        var material = promise.materialId();
        if (material != null) {
            materials.find(application, material).ifPresent(one -> materials.remove(one, arrived));
        }
        var cycle = moving.cycle(application, arrived);
        deferrals.giveUntil(promise, cycle.workingDays().deadline(arrived, cycle.ownDateDays()));
    }

    private Deferral judge(
            Application application, long id, DeferralState to, String remark, Actor officer, Instant arrived) {
        var promise = deferrals.find(application, id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (application.isOf(officer)) {
            throw new Refusal(ApplicationRefusal.OWN_FILE);
        }
        if (!isFor(officer, application, promise) || !deferrals.move(promise, to, remark)) {
            throw new Refusal(ApplicationRefusal.PROMISE_NOT_OPEN);
        }
        audit.record(officer, "审核容缺材料", "application:" + application.number(), to.label());
        events.publishEvent(new DeferralMoved(id, to, arrived));
        return promise;
    }
}
