package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.Problems;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;

/**
 * What the pages call a condition, a path and a material of the rules: by the sentence and the names that a worker reads, never by
 * the codes that the text refers to them by.
 */
final class RuleNames {

    private static final Pattern PART =
            Pattern.compile("rules\\.(conditions|paths|materials)[.\\[]([^.\\]]+)]?(?:\\.(parameters\\.)?(\\w+)(.*))?");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\d\\d)-(\\d\\d)");

    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("years", "年数"),
            Map.entry("span", "年度数"),
            Map.entry("count", "数量"),
            Map.entry("authors", "署名位次"),
            Map.entry("men", "男性年龄"),
            Map.entry("women", "女性年龄"),
            Map.entry("monthDay", "截止月日"),
            Map.entry("elasticFrom", "弹性退休起始日"),
            Map.entry("appointedToo", "是否包括聘用人员"),
            Map.entry("membersToo", "是否包括集体成员"),
            Map.entry("oldTrades", "原工种"),
            Map.entry("formerTrades", "改革前工种"),
            Map.entry("kind", "性质"),
            Map.entry("document", "依据文件"),
            Map.entry("clause", "条款"),
            Map.entry("sentence", "条件内容"),
            Map.entry("when", "判断式"),
            Map.entry("measure", "计量式"),
            Map.entry("fact", "本人情况"),
            Map.entry("needed", "要求"),
            Map.entry("materials", "证明材料"),
            Map.entry("passes", "符合的样例"),
            Map.entry("fails", "不符合的样例"),
            Map.entry("lifts", "免除的条件"),
            Map.entry("from", "起用日"),
            Map.entry("until", "停用日"),
            Map.entry("upper_bound", "上限说明"),
            Map.entry("code", "编号"),
            Map.entry("claimed_by", "由本人提出的依据"),
            Map.entry("title", "名称"),
            Map.entry("name", "名称"),
            Map.entry("levels", "适用等级"),
            Map.entry("conditions", "条件"),
            Map.entry("waivers", "免除条件"),
            Map.entry("format", "格式"),
            Map.entry("example", "样例"));

    private static final Map<String, String> SETTINGS = Map.of(
            "rules.settings.service_counting", "工作年限计年方法",
            "rules.settings.level_counting", "任职年限计年方法",
            "rules.settings.counting_day", "年限计算截止日",
            "rules.settings.age_day", "年龄计算日",
            "rules.settings.horizon", "最早年度推算的年数");

    /** What the texts of a condition may put in beside facts and its own parameters. */
    private static final Map<String, String> DERIVED = Map.of(
            Vocabulary.YEAR, "考核年度",
            Vocabulary.NOTICE_DAY, "通知下发日期",
            Vocabulary.COUNTING_DAY, "年限计算截止日",
            Vocabulary.AGE_DAY, "年龄计算日",
            Vocabulary.BIRTH, "出生日期",
            Vocabulary.RETIREMENT_DAY, "达到退休年龄之日",
            Vocabulary.MEASURE, "计得的数");

    private RuleNames() {}

    static String label(Node rules, String path) {
        if (path.startsWith("rules.common")) {
            return "各途径共同条件";
        }
        var part = PART.matcher(path);
        if (!part.matches()) {
            return SETTINGS.getOrDefault(path, path);
        }
        var id = part.group(2);
        var thing = switch (part.group(1)) {
            case "conditions" -> "条件“" + sentence(rules, id) + "”";
            case "paths" -> "途径“" + title(rules, id) + "”";
            default -> "证明材料“" + material(rules, id) + "”";
        };
        var field = part.group(4);
        if (field == null) {
            return thing;
        }
        boolean invented = part.group(3) != null && !PARTS.containsKey(field);
        return thing + " · " + (invented ? "参数“" + field + "”" : PARTS.getOrDefault(field, field));
    }

    static String show(Node rules, String path, String scalar) {
        var part = PART.matcher(path);
        var day = MONTH_AND_DAY.matcher(scalar);
        if (day.matches()) {
            return Integer.parseInt(day.group(1)) + "月" + Integer.parseInt(day.group(2)) + "日";
        }
        if (path.startsWith("rules.common")) {
            return sentence(rules, scalar);
        }
        if (!part.matches() || part.group(4) == null) {
            return scalar;
        }
        return switch (part.group(4)) {
            case "conditions", "waivers", "lifts" -> sentence(rules, scalar);
            case "materials" -> material(rules, scalar);
            case "claimed_by" -> Fact.of(scalar).map(Fact::label).orElse(scalar);
            case "sentence", "fact", "needed", "upper_bound" -> filled(condition(rules, part.group(2)), scalar);
            default -> scalar;
        };
    }

    static List<Option> words(String path) {
        if (path.endsWith("_counting")) {
            return options(Counting.values());
        }
        return path.startsWith("rules.conditions.") && path.endsWith(".kind")
                ? List.of(RuleKind.values()).stream()
                        .map(kind -> Option.of(kind.name(), kind.label()))
                        .toList()
                : List.of();
    }

    private static List<Option> options(Counting... ways) {
        return List.of(ways).stream()
                .map(way -> Option.of(way.name(), way.label()))
                .toList();
    }

    /** An expression, the facts that try it, and what the text calls a thing by. */
    static boolean raw(String path) {
        var part = PART.matcher(path);
        return part.matches()
                && part.group(4) != null
                && List.of("when", "measure", "passes", "fails", "code").contains(part.group(4));
    }

    private static Node condition(Node rules, String id) {
        return rules.at("conditions").at(id);
    }

    /** As the worker reads it; the code that was written where there is no such condition. */
    private static String sentence(Node rules, String id) {
        var condition = condition(rules, id);
        return condition
                .at("sentence")
                .optionalText()
                .map(text -> filled(condition, text))
                .orElse(id);
    }

    private static String title(Node rules, String id) {
        var path = rules.at("paths").at(id);
        var levels = new ArrayList<String>();
        for (var level : path.at("levels").items(new Problems())) {
            level.oneOf(Level.class, new Problems()).ifPresent(known -> levels.add(known.label()));
        }
        return path.at("title").optionalText().orElse(id)
                + (levels.isEmpty() ? "" : "（" + String.join("、", levels) + "）");
    }

    private static String material(Node rules, String code) {
        return rules.at("materials").at(code).at("name").optionalText().orElse(code);
    }

    private static String filled(Node condition, String text) {
        return new Template(text).fill(name -> value(condition.at("parameters").at(name), name));
    }

    private static String value(Node parameter, String name) {
        return switch (parameter.kind()) {
            case SCALAR -> Showing.of(RuleReader.value(parameter.text(new Problems())));
            case LIST -> Showing.of(RulesSection.texts(parameter, new Problems()));
            default -> "〔" + Fact.of(name).map(Fact::label).orElseGet(() -> DERIVED.getOrDefault(name, name)) + "〕";
        };
    }
}
