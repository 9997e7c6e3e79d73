package org.gongkao.application;

import java.util.ArrayList;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.springframework.stereotype.Component;

/** What of the year may be handed in later. A year that says nothing defers nothing. */
@Component
class DeferralSection implements PackageSection<DeferralTerms> {

    @Override
    public String key() {
        return "deferral";
    }

    @Override
    public String title() {
        return "容缺后补";
    }

    @Override
    public Class<DeferralTerms> type() {
        return DeferralTerms.class;
    }

    @Override
    public DeferralTerms parse(Node node, Problems problems) {
        if (!node.present()) {
            return DeferralTerms.NONE;
        }
        node.only(problems, "kinds", "due", "clause", "liability").entries(problems);
        var kinds = new ArrayList<String>();
        for (var kind : node.at("kinds").items(problems)) {
            kinds.add(kind.text(problems));
        }
        return new DeferralTerms(
                kinds,
                node.at("due").instant(problems),
                node.at("clause").text(problems),
                node.at("liability").text(problems));
    }

    @Override
    public String show(Node whole, String path, String scalar) {
        var proof = whole.at("rules").at("materials").at(scalar).at("name");
        return path.startsWith("deferral.kinds")
                ? proof.optionalText()
                        .or(() -> whole.at("materials").at(scalar).at("name").optionalText())
                        .orElse(scalar)
                : scalar;
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "deferral.due" -> "补交截止";
            case "deferral.clause" -> "容缺依据";
            case "deferral.liability" -> "责任告知";
            default -> "可以容缺的材料";
        };
    }
}
