package org.gongkao.application.deferral;

import java.time.Instant;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralMoved;
import org.gongkao.application.DeferralState;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Material;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.Materials;
import org.gongkao.audit.Audit;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 补交容缺材料。The worker hands in what was promised, once the file is approved and before the date. */
@Component
class Redeeming {

    private final Applications applications;
    private final Deferrals deferrals;
    private final Materials materials;
    private final Files files;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Redeeming(
            Applications applications,
            Deferrals deferrals,
            Materials materials,
            Files files,
            Audit audit,
            ApplicationEventPublisher events) {
        this.applications = applications;
        this.deferrals = deferrals;
        this.materials = materials;
        this.files = files;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void handIn(String number, long id, FileId file, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        var promise = deferrals.find(application, id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (!application.isOf(worker) || !promise.isOpen(application.state(), arrived)) {
            throw new Refusal(ApplicationRefusal.PROMISE_NOT_OPEN);
        }
        files.claim(file, "application:" + number, worker);
        var kind = new MaterialKind(promise.kind(), promise.label(), "", "", false, MaterialKind.Demand.ALWAYS);
        materials.add(application, kind, files.card(file), arrived);
        if (!deferrals.handIn(promise, newest(application, promise))) {
            throw new Refusal(ApplicationRefusal.PROMISE_NOT_OPEN);
        }
        audit.record(worker, "补交容缺材料", "application:" + number, promise.label());
        events.publishEvent(new DeferralMoved(id, DeferralState.HANDED_IN, arrived));
    }

    private Material newest(Application application, Deferral promise) {
        return materials.of(application).reversed().stream()
                .filter(one -> one.kind().equals(promise.kind()))
                .findFirst()
                .orElseThrow();
    }
}
