package org.gongkao.application.onsite;

import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.springframework.stereotype.Component;

/** The year's rule for originals. */
@Component
class OnSiteSection implements PackageSection<OnSiteTerms> {

    static final String RETURN_DAYS = "on_site.return_days";

    @Override
    public String key() {
        return "on_site";
    }

    @Override
    public String title() {
        return "现场审查";
    }

    @Override
    public Class<OnSiteTerms> type() {
        return OnSiteTerms.class;
    }

    @Override
    public OnSiteTerms parse(Node node, Problems problems) {
        node.only(problems, "return_days").entries(problems);
        return new OnSiteTerms(node.at("return_days").integer(1, 60, problems));
    }

    @Override
    public String label(Node whole, String path) {
        return path.equals(RETURN_DAYS) ? "原件退还期限（工作日）" : path;
    }
}
