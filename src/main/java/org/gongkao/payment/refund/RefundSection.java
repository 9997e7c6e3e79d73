package org.gongkao.payment.refund;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.PackageSection;
import org.gongkao.cycle.Problems;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.FeeSchedule;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.RefundRules.Rule;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.springframework.stereotype.Component;

/** The year's rules on refunds. A year that says nothing gives nothing back by itself. */
@Component
class RefundSection implements PackageSection<RefundRules> {

    /** 退费办法。Whether anybody has to be asked. */
    enum How {
        AUTOMATIC("自动退回"),
        REQUEST("经申请，由两人办理");

        private final String label;

        How(String label) {
            this.label = label;
        }
    }

    /** 费用去留。What becomes of a part of a fee. */
    enum Fate {
        BACK("退"),
        KEEP("不退");

        private final String label;

        Fate(String label) {
            this.label = label;
        }
    }

    @Override
    public String key() {
        return "refunds";
    }

    @Override
    public String title() {
        return "退费规定";
    }

    @Override
    public Class<RefundRules> type() {
        return RefundRules.class;
    }

    @Override
    public RefundRules parse(Node node, Problems problems) {
        Map<RefundGround, Rule> rules = new EnumMap<>(RefundGround.class);
        if (node.present()) {
            var grounds = RefundGround.values();
            node.only(problems, Stream.of(grounds).map(Enum::name).toArray(String[]::new))
                    .entries(problems);
            for (var ground : grounds) {
                rules.put(ground, rule(ground, node.at(ground.name()), problems));
            }
        }
        return new RefundRules(rules, node);
    }

    private static Rule rule(RefundGround ground, Node node, Problems problems) {
        boolean whole = ground.isOfUnclearMoney();
        var keys = whole ? new String[] {"how", "clause"} : new String[] {"how", "clause", "until", "parts"};
        node.only(problems, keys).entries(problems);
        boolean automatic = node.at("how")
                .oneOf(How.class, problems)
                .filter(How.AUTOMATIC::equals)
                .isPresent();
        if (automatic && (ground.isAskedByPayer() || ground == RefundGround.MISPAID)) {
            problems.add(node.at("how"), "“" + ground.label() + "”须有人申请或核实，不能自动退回，请改为 REQUEST。");
        }
        var parts = new LinkedHashMap<String, Boolean>();
        if (!whole) {
            node.at("parts")
                    .entries(problems)
                    .forEach((name, fate) ->
                            fate.oneOf(Fate.class, problems).ifPresent(found -> parts.put(name, found == Fate.BACK)));
        }
        return new Rule(
                automatic,
                parts,
                whole ? null : node.at("until").instant(problems),
                node.at("clause").text(problems));
    }

    /** A part of the year's fees of which a rule says nothing would be kept by silence; one that the year has not got, in vain. */
    @Override
    public void check(Cycle whole, Problems faults, Problems toConfirm) {
        var names = new LinkedHashSet<String>();
        var fees = whole.section(FeeSchedule.class);
        for (var level : Level.values()) {
            Stream.concat(fees.parts(level).stream(), fees.panelParts(level).stream())
                    .map(FeePart::name)
                    .forEach(names::add);
        }
        var rules = whole.section(RefundRules.class);
        rules.all().forEach((ground, rule) -> {
            if (ground.isOfUnclearMoney()) {
                return;
            }
            var at = rules.node().at(ground.name()).at("parts");
            names.stream()
                    .filter(name -> !rule.parts().containsKey(name))
                    .forEach(name -> faults.add(at, "“" + ground.label() + "”没有写明“" + name + "”退不退，请补上。"));
            rule.parts().keySet().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> faults.add(at.at(name), "收费标准中没有“" + name + "”，请核对名称。"));
        });
    }

    @Override
    public String label(Node whole, String path) {
        for (var ground : RefundGround.values()) {
            var start = "refunds." + ground.name();
            if (path.equals(start)) {
                return "退费：" + ground.label();
            }
            if (path.startsWith(start + ".")) {
                return "退费：" + ground.label() + " · " + field(path.substring(start.length() + 1));
            }
        }
        return path;
    }

    private static String field(String field) {
        return switch (field) {
            case "how" -> "办法";
            case "until" -> "申请截止";
            case "clause" -> "依据";
            default -> field.startsWith("parts.") ? field.substring("parts.".length()) : "各项费用";
        };
    }

    @Override
    public List<Option> words(String path) {
        if (path.endsWith(".how")) {
            return Stream.of(How.values())
                    .map(one -> Option.of(one.name(), one.label))
                    .toList();
        }
        return path.contains(".parts.")
                ? Stream.of(Fate.values())
                        .map(one -> Option.of(one.name(), one.label))
                        .toList()
                : List.of();
    }
}
