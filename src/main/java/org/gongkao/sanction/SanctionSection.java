package org.gongkao.sanction;

import java.util.List;
import java.util.stream.Stream;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.sanction.SanctionRules.CountedFrom;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** The year's rule for who filed false papers. */
@Component
class SanctionSection implements PackageSection<SanctionRules> {

    @Override
    public String key() {
        return "sanctions";
    }

    @Override
    public String title() {
        return "违规处理";
    }

    @Override
    public Class<SanctionRules> type() {
        return SanctionRules.class;
    }

    @Override
    public SanctionRules parse(Node node, Problems problems) {
        node.only(problems, "years", "counted_from", "answer_days", "clause", "appeal")
                .entries(problems);
        return new SanctionRules(
                node.at("years").integer(1, 20, problems),
                node.at("counted_from").oneOf(CountedFrom.class, problems).orElse(CountedFrom.DECISION),
                node.at("answer_days").integer(1, 60, problems),
                node.at("clause").text(problems),
                node.at("appeal").text(problems));
    }

    @Override
    public String label(Node whole, String path) {
        return switch (path) {
            case "sanctions.years" -> "禁止申报的年数";
            case "sanctions.counted_from" -> "禁止申报期的起算";
            case "sanctions.answer_days" -> "陈述申辩期限（工作日）";
            case "sanctions.clause" -> "处理依据";
            case "sanctions.appeal" -> "救济途径";
            default -> path;
        };
    }

    @Override
    public List<Option> words(String path) {
        return path.equals("sanctions.counted_from")
                ? Stream.of(CountedFrom.values())
                        .map(one -> Option.of(one.name(), one.label()))
                        .toList()
                : List.of();
    }
}
