package org.gongkao.application.deferral;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.Materials;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 补交容缺材料。The worker hands in what was promised, and the agency of the last tier accepts it or sends it back. */
@Component
class Redeeming {

    private final Applications applications;
    private final Deferrals deferrals;
    private final Materials materials;
    private final Files files;
    private final Audit audit;

    Redeeming(Applications applications, Deferrals deferrals, Materials materials, Files files, Audit audit) {
        this.applications = applications;
        this.deferrals = deferrals;
        this.materials = materials;
        this.files = files;
        this.audit = audit;
    }

    @Transactional
    public void handIn(String number, long id, FileId file, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        var promise = find(application, id);
        boolean approved =
                application.state() == ApplicationState.PAYMENT_DUE || application.state() == ApplicationState.PAID;
        if (!application.isOf(worker)
                || !approved
                || promise.state() != DeferralState.OPEN
                || !arrived.isBefore(promise.dueAt())) {
            throw new Refusal(ApplicationRefusal.PROMISE_NOT_OPEN);
        }
        var kind = new MaterialKind(promise.kind(), promise.label(), "", "", false, MaterialKind.Demand.ALWAYS);
        files.claim(file, "application:" + number, worker);
        materials.add(application, kind, files.card(file), arrived);
        require(deferrals.handIn(promise, materials.of(application).getLast()));
        audit.record(worker, "补交容缺材料", "application:" + number, promise.label());
    }

    @Transactional
    public void accept(String number, long id, Actor officer, Instant arrived) {
        judge(number, id, DeferralState.KEPT, "", officer, arrived);
    }

    /** Back to the worker, with the reason; when the date is over by then, the bell ends the file. */
    @Transactional
    public void refuse(String number, long id, String reason, Actor officer, Instant arrived) {
        if (reason.isBlank()) {
            throw new Refusal(ApplicationRefusal.REASON_MISSING);
        }
        judge(number, id, DeferralState.OPEN, reason.strip(), officer, arrived);
    }

    private void judge(String number, long id, DeferralState to, String remark, Actor officer, Instant arrived) {
        var application = applications.get(number, officer);
        var promise = find(application, id);
        if (application.isOf(officer)) {
            throw new Refusal(ApplicationRefusal.OWN_FILE);
        }
        if (!application.filed().route().getLast().equals(officer.office())
                || promise.state() != DeferralState.HANDED_IN) {
            throw new Refusal(ApplicationRefusal.PROMISE_NOT_OPEN);
        }
        var material = promise.materialId();
        if (to == DeferralState.OPEN && material != null) {
            materials.find(application, material).ifPresent(one -> materials.remove(one, arrived));
        }
        require(deferrals.move(promise, to, remark));
        audit.record(officer, "审核容缺材料", "application:" + number, to.label());
    }

    /** The person's exam day is arranged: what is promised is due on its eve, if that is earlier. */
    @Transactional
    public void examOn(String number, LocalDate day) {
        deferrals.bringForward(applications.get(number, Actor.SYSTEM), Shanghai.startOf(day));
    }

    private Deferral find(Application application, long id) {
        return deferrals.find(application, id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private static void require(boolean moved) {
        if (!moved) {
            throw new Refusal(ApplicationRefusal.PROMISE_NOT_OPEN);
        }
    }
}
