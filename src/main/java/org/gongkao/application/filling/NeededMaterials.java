package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.Deferral;
import org.gongkao.application.Deferrals;
import org.gongkao.application.Material;
import org.gongkao.application.MaterialKind;
import org.gongkao.application.MaterialKinds;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.shared.Fault;
import org.springframework.stereotype.Component;

/** The materials of one file: the photo, what the verdict has to be proven by, and what anybody may add. */
@Component
class NeededMaterials {

    private final Materials materials;
    private final CheckingEligibility checking;
    private final Moving moving;
    private final Deferrals deferrals;

    NeededMaterials(Materials materials, CheckingEligibility checking, Moving moving, Deferrals deferrals) {
        this.materials = materials;
        this.checking = checking;
        this.moving = moving;
        this.deferrals = deferrals;
    }

    List<MaterialKind> of(Application application, Instant now) {
        var cycle = moving.cycle(application, now);
        var fixed = cycle.section(MaterialKinds.class).list();
        var kinds = new ArrayList<MaterialKind>();
        fixed.stream().filter(MaterialKind::isDemanded).forEach(kinds::add);
        checking.of(application, cycle, now).verdict().materials().stream()
                .map(MaterialKind::proof)
                .forEach(kinds::add);
        fixed.stream().filter(kind -> !kind.isDemanded()).forEach(kinds::add);
        for (var material : materials.of(application)) {
            if (kinds.stream().noneMatch(kind -> kind.code().equals(material.kind()))) {
                kinds.add(MaterialKind.noLongerNeeded(material.kind(), material.label()));
            }
        }
        return kinds;
    }

    Optional<MaterialKind> find(String code, Application application, Instant now) {
        return of(application, now).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    List<Fault> missing(Application application, Instant now) {
        var there = new HashSet<>(
                materials.of(application).stream().map(Material::kind).toList());
        deferrals.standing(application).stream().map(Deferral::kind).forEach(there::add);
        return of(application, now).stream()
                .filter(kind -> kind.isDemanded() && !there.contains(kind.code()))
                .map(kind -> new Fault(kind.field(), "请上传" + kind.name() + "。"))
                .toList();
    }
}
