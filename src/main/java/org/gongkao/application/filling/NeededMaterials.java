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
import org.gongkao.application.filling.CheckingEligibility.Checked;
import org.gongkao.shared.Fault;
import org.springframework.stereotype.Component;

/** The materials of one file: the photo, what the verdict has to be proven by, and what anybody may add. */
@Component
class NeededMaterials {

    private final Materials materials;
    private final CheckingEligibility checking;
    private final Deferrals deferrals;

    NeededMaterials(Materials materials, CheckingEligibility checking, Deferrals deferrals) {
        this.materials = materials;
        this.checking = checking;
        this.deferrals = deferrals;
    }

    List<MaterialKind> of(Application application, Instant now) {
        return of(checking.of(application, now), materials.of(application));
    }

    private static List<MaterialKind> of(Checked checked, List<Material> there) {
        var fixed = checked.cycle().section(MaterialKinds.class).list();
        var kinds = new ArrayList<MaterialKind>();
        fixed.stream().filter(MaterialKind::isDemanded).forEach(kinds::add);
        checked.verdict().materials().stream().map(MaterialKind::proof).forEach(kinds::add);
        fixed.stream().filter(kind -> !kind.isDemanded()).forEach(kinds::add);
        for (var material : there) {
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

    List<Fault> missing(Checked checked) {
        var there = materials.of(checked.application());
        var shown = new HashSet<>(there.stream().map(Material::kind).toList());
        deferrals.standing(checked.application()).stream().map(Deferral::kind).forEach(shown::add);
        return of(checked, there).stream()
                .filter(kind -> kind.isDemanded() && !shown.contains(kind.code()))
                .map(kind -> new Fault(kind.field(), "请上传" + kind.name() + "。"))
                .toList();
    }
}
