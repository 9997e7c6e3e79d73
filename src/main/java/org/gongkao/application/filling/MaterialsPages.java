package org.gongkao.application.filling;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Deferral;
import org.gongkao.application.DeferralTerms;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Material;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.MaterialsPage.Deferring;
import org.gongkao.application.filling.MaterialsPage.Kind;
import org.gongkao.application.filling.MaterialsPage.Piece;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page of materials. */
@Component
class MaterialsPages {

    private final Materials materials;
    private final NeededMaterials needed;
    private final Moving moving;
    private final Editing editing;
    private final ToDo toDo;
    private final Deferrals deferrals;

    MaterialsPages(
            Materials materials,
            NeededMaterials needed,
            Moving moving,
            Editing editing,
            ToDo toDo,
            Deferrals deferrals) {
        this.materials = materials;
        this.needed = needed;
        this.moving = moving;
        this.editing = editing;
        this.toDo = toDo;
        this.deferrals = deferrals;
    }

    MaterialsPage of(Application application, String wanted, List<Fault> faults, Filler by, Instant now) {
        var cycle = moving.cycle(application, now);
        var there = materials.of(application);
        var terms = cycle.section(DeferralTerms.class);
        var promised = deferrals.standing(application);
        int places = Sheets.groups().size() + 2;
        return new MaterialsPage(
                by,
                application.number(),
                "第 " + places + " 项，共 " + places + " 项",
                editing.isOpen(application, now),
                cycle.unconfirmed("materials"),
                needed.of(application, now).stream()
                        .map(kind -> kind(application, kind, there, by.at(), deferral(kind, terms, promised, now)))
                        .toList(),
                wanted,
                faults);
    }

    private static @Nullable Deferring deferral(
            MaterialKind kind, DeferralTerms terms, List<Deferral> promised, Instant now) {
        for (var one : promised) {
            if (one.kind().equals(kind.code())) {
                return new Deferring(true, Shanghai.deadline(one.dueAt()), terms.clause(), one.liability(), "");
            }
        }
        return kind.isDemanded() && terms.allow(kind.code(), now)
                ? new Deferring(false, Shanghai.deadline(terms.due()), terms.clause(), terms.liability(), terms.hash())
                : null;
    }

    private Kind kind(
            Application application, MaterialKind kind, List<Material> there, Places at, @Nullable Deferring deferral) {
        var pieces = there.stream()
                .filter(material -> material.kind().equals(kind.code()))
                .map(material -> piece(application, material))
                .toList();
        boolean demanded = kind.isDemanded();
        var href = at.materials(kind.code()) + "#f-" + kind.field();
        return new Kind(
                kind.code(),
                kind.name(),
                kind.hint(),
                kind.reason(),
                kind.demand().label(),
                demanded && pieces.isEmpty() && (deferral == null || !deferral.promised()),
                demanded,
                kind.field(),
                kind.rule().words(),
                kind.rule().accept(),
                kind.photo(),
                !kind.photo() && pieces.size() >= kind.most() || kind.demand() == MaterialKind.Demand.NO_LONGER,
                pieces,
                toDo.remarks(application, at, asked -> asked.href().equals(href)),
                deferral);
    }

    static Piece piece(Application application, Material material) {
        var path = "/applications/" + application.number() + "/materials/" + material.id();
        return new Piece(material.id(), material.name(), material.words(), path + "/preview", path);
    }
}
