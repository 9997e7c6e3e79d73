package org.gongkao.payment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** Reads the fees of a year package: parts by level, each with the moment from which it is due. */
@Component
class FeeSection implements PackageSection<FeeSchedule> {

    /** 收费时点。When a part of a fee falls due. */
    enum When {
        APPROVED("资格审查通过后"),
        PANEL("进入评审环节后");

        private final String label;

        When(String label) {
            this.label = label;
        }
    }

    /** More than this is a slip of the pen. */
    private static final int HIGHEST = 10_000;

    @Override
    public String key() {
        return "fees";
    }

    @Override
    public String title() {
        return "收费标准";
    }

    @Override
    public Class<FeeSchedule> type() {
        return FeeSchedule.class;
    }

    @Override
    public FeeSchedule parse(Node node, Problems problems) {
        node.only(problems, "FIVE", "FOUR", "THREE", "TWO", "ONE").entries(problems);
        Map<Level, List<FeePart>> afterApproval = new EnumMap<>(Level.class);
        Map<Level, List<FeePart>> atPanel = new EnumMap<>(Level.class);
        for (var level : Level.values()) {
            var parts = node.at(level.name());
            for (var part : parts.items(problems)) {
                var when =
                        part.only(problems, "name", "when", "yuan").at("when").oneOf(When.class, problems);
                var fee = new FeePart(
                        part.at("name").text(problems),
                        Money.yuan(part.at("yuan").integer(1, HIGHEST, problems)));
                when.ifPresent(at -> (at == When.APPROVED ? afterApproval : atPanel)
                        .computeIfAbsent(level, any -> new ArrayList<>())
                        .add(fee));
            }
            if (parts.present() && !afterApproval.containsKey(level)) {
                problems.add(parts, level.label() + "缺少“" + When.APPROVED.label + "”的收费项目，请补上。");
            }
        }
        return new FeeSchedule(afterApproval, atPanel);
    }

    @Override
    public String label(Node whole, String path) {
        for (var level : Level.values()) {
            if (path.startsWith("fees." + level.name())) {
                return level.full() + "收费"
                        + path.substring(5 + level.name().length())
                                .replaceFirst("^\\[(.+)]", " · $1")
                                .replaceFirst("\\.yuan$", " · 金额（元）")
                                .replaceFirst("\\.name$", " · 名称")
                                .replaceFirst("\\.when$", " · 收费时点");
            }
        }
        return path;
    }

    @Override
    public List<Option> words(String path) {
        return path.endsWith(".when")
                ? Stream.of(When.values())
                        .map(one -> Option.of(one.name(), one.label))
                        .toList()
                : List.of();
    }
}
