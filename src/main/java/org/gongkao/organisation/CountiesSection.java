package org.gongkao.organisation;

import java.util.LinkedHashSet;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.springframework.stereotype.Component;

/** 承接县区章节。Reads {@code counties.taken_over}, a list of agency codes. */
@Component
class CountiesSection implements PackageSection<Counties> {

    private static final String CODE = "[0-9]{4}[0-9Z][0-9]";

    private final Organisation organisation;

    CountiesSection(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public String key() {
        return "counties";
    }

    @Override
    public String title() {
        return "承接县区";
    }

    @Override
    public Class<Counties> type() {
        return Counties.class;
    }

    @Override
    public Counties parse(Node node, Problems problems) {
        var codes = new LinkedHashSet<String>();
        for (var item : node.only(problems, "taken_over").at("taken_over").items(problems)) {
            var code = item.text(problems);
            if (code.isEmpty()) {
                continue;
            }
            if (!code.matches(CODE) || code.endsWith("00")) {
                problems.add(item, "“" + code + "”不是县区工考管理机构的代码，应为六位，如 410305。");
            } else if (!codes.add(code)) {
                problems.add(item, "县区“" + code + "”重复列出，请删去一处。");
            }
        }
        return new Counties(codes);
    }

    @Override
    public String label(Node whole, String path) {
        return "已承接资格审查的县区";
    }

    @Override
    public String show(Node whole, String path, String scalar) {
        return organisation.findRegion(scalar).map(Region::name).orElse(scalar);
    }
}
