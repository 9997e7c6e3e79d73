package org.gongkao.supervision;

import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.springframework.stereotype.Component;

/** The year's limits for what is worth a look. */
@Component
class RiskSection implements PackageSection<RiskLimits> {

    @Override
    public String key() {
        return "supervision";
    }

    @Override
    public String title() {
        return "事中事后监管";
    }

    @Override
    public Class<RiskLimits> type() {
        return RiskLimits.class;
    }

    @Override
    public RiskLimits parse(Node node, Problems problems) {
        node.only(
                        problems,
                        "fast_seconds",
                        "fast_count",
                        "lenient_points",
                        "lenient_count",
                        "night_from",
                        "night_to",
                        "night_count")
                .entries(problems);
        return new RiskLimits(
                node.at("fast_seconds").integer(1, 600, problems),
                node.at("fast_count").integer(1, 1_000, problems),
                node.at("lenient_points").integer(1, 100, problems),
                node.at("lenient_count").integer(1, 10_000, problems),
                node.at("night_from").integer(18, 23, problems),
                node.at("night_to").integer(1, 9, problems),
                node.at("night_count").integer(1, 1_000, problems));
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "supervision.fast_seconds" -> "过快：距上一份不足（秒）";
            case "supervision.fast_count" -> "过快：至少几份";
            case "supervision.lenient_points" -> "过宽：通过率高出其他审核员（百分点）";
            case "supervision.lenient_count" -> "过宽：至少决定几份才比较";
            case "supervision.night_from" -> "夜间：从几点起";
            case "supervision.night_to" -> "夜间：到次日几点止";
            case "supervision.night_count" -> "夜间：一晚至少几份";
            default -> path;
        };
    }
}
