package org.gongkao.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.Problems;
import org.gongkao.eligibility.Rule.Examples;
import org.gongkao.eligibility.Rule.Formula;
import org.gongkao.eligibility.Rule.InForce;
import org.gongkao.eligibility.Rule.Wording;

/** Reads one condition. Without a document and examples on both sides it is refused. */
final class RuleReader {

    private RuleReader() {}

    static Rule read(String id, Node node, Problems problems) {
        node.only(
                problems,
                "kind",
                "document",
                "clause",
                "sentence",
                "when",
                "measure",
                "parameters",
                "fact",
                "needed",
                "materials",
                "lifts",
                "from",
                "until",
                "upper_bound",
                "passes",
                "fails");
        if (!id.matches("[A-Z][A-Z0-9_]{1,39}")) {
            problems.add(node, "条件编号应为大写英文字母、数字和下划线，如 FOUR_SERVICE。");
        }
        var kind = node.at("kind").oneOf(RuleKind.class, problems).orElse(RuleKind.REQUIRED);
        return new Rule(
                id,
                node,
                kind,
                new Wording(
                        node.at("document").text(problems),
                        node.at("clause").text(problems),
                        node.at("sentence").text(problems),
                        node.at("fact").optionalText().orElse(""),
                        node.at("needed").text(problems)),
                new Formula(
                        kind == RuleKind.AGENCY ? "false" : node.at("when").text(problems),
                        node.at("measure").optionalText().orElse(""),
                        parameters(node.at("parameters"), problems)),
                kind == RuleKind.AGENCY
                        ? new Examples(List.of(), List.of())
                        : new Examples(examples(node, "passes", problems), examples(node, "fails", problems)),
                new InForce(RulesSection.day(node.at("from"), problems), RulesSection.day(node.at("until"), problems)),
                optional(node.at("materials"), problems),
                optional(node.at("lifts"), problems),
                node.at("upper_bound").optionalText().orElse(""));
    }

    private static List<String> optional(Node node, Problems problems) {
        return node.present() ? RulesSection.texts(node, problems) : List.of();
    }

    private static List<String> examples(Node node, String key, Problems problems) {
        var list = node.at(key);
        if (!list.present()
                || list.kind() == Node.Kind.LIST && list.items(problems).isEmpty()) {
            problems.add(list, key.equals("passes") ? "缺少符合此条件的样例，至少写一个。" : "缺少不符合此条件的样例，至少写一个。");
            return List.of();
        }
        return RulesSection.texts(list, problems);
    }

    private static Map<String, Object> parameters(Node node, Problems problems) {
        var parameters = new LinkedHashMap<String, Object>();
        if (!node.present()) {
            return parameters;
        }
        node.entries(problems).forEach((name, value) -> {
            if (!name.matches("[a-z][A-Za-z0-9]{0,29}")
                    || Vocabulary.variables().containsKey(name)) {
                problems.add(value, "参数名“" + name + "”不可用：应以小写字母开头，且不与事实同名。");
            } else if (value.kind() == Node.Kind.LIST) {
                parameters.put(name, RulesSection.texts(value, problems));
            } else {
                parameters.put(name, value(value.text(problems)));
            }
        });
        return parameters;
    }

    /** A parameter as expressions and sentences take it. */
    static Object value(String text) {
        if (text.matches("-?\\d{1,6}")) {
            return Long.valueOf(text);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])") ? Days.of(LocalDate.parse(text)) : text;
    }
}
