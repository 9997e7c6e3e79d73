package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Material;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.Materials;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 上传材料。The worker, or a clerk for the worker, puts a material beside the file, or takes one out. */
@Component
class Attaching {

    private final Applications applications;
    private final Materials materials;
    private final Files files;
    private final Editing editing;
    private final Deferrals deferrals;

    Attaching(Applications applications, Materials materials, Files files, Editing editing, Deferrals deferrals) {
        this.applications = applications;
        this.materials = materials;
        this.files = files;
        this.editing = editing;
        this.deferrals = deferrals;
    }

    /** The same content a second time (a double click, a second window) changes nothing: false. */
    @Transactional
    public boolean add(String number, MaterialKind kind, FileId file, Filler filler, Instant arrived) {
        var application = editing.open(number, filler, arrived);
        applications.touch(application, arrived);
        var ofKind = materials.of(application).stream()
                .filter(one -> one.kind().equals(kind.code()))
                .toList();
        var card = files.card(file);
        if (ofKind.stream().anyMatch(one -> one.sha256().equals(card.sha256()))) {
            return false;
        }
        if (kind.photo()) {
            ofKind.forEach(old -> takeOut(application, old, arrived));
        } else if (ofKind.size() >= kind.most()) {
            throw new Refusal(ApplicationRefusal.TOO_MANY_MATERIALS);
        }
        files.claim(file, subject(application), filler.actor());
        materials.add(application, kind, card, arrived);
        deferrals.withdraw(application, kind.code());
        editing.written(application, filler, "上传" + kind.name(), arrived);
        return true;
    }

    @Transactional
    public void remove(String number, long material, Filler filler, Instant arrived) {
        var application = editing.open(number, filler, arrived);
        var found = materials.find(application, material).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (found.removedAt() != null) {
            return;
        }
        applications.touch(application, arrived);
        takeOut(application, found, arrived);
        editing.written(application, filler, "删除" + found.label(), arrived);
    }

    /** What was never handed in may go for good; what was handed in stays, since an office has looked at it. */
    private void takeOut(Application application, Material material, Instant at) {
        materials.remove(material, at);
        if (application.filing() == null) {
            files.release(material.file(), subject(application));
        }
    }

    private static String subject(Application application) {
        return "application:" + application.number();
    }
}
