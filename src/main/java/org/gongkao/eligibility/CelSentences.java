package org.gongkao.eligibility;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CEL says of an expression, in words for officials. */
final class CelSentences {

    private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Map<String, String> TYPES =
            Map.of("int", "整数", "string", "文字", "bool", "是否", "Date", "日期", "double", "小数");

    private CelSentences() {}

    static String of(String message) {
        var name = NAME.matcher(message);
        if (name.matches()) {
            return "“" + name.group(1) + "”不是可用的事实、用语、参数或函数，请核对拼写。";
        }
        var field = FIELD.matcher(message);
        if (field.matches()) {
            return "明细中没有“" + field.group(1) + "”这一项，请核对拼写。";
        }
        var overload = OVERLOAD.matcher(message);
        if (overload.matches()) {
            return "“" + operator(overload.group(1)) + "”不能用于" + types(overload.group(2)) + "，请核对两边的类型或函数的参数。";
        }
        return "书写有误，请核对括号、引号、运算符是否成对、完整。";
    }

    private static String operator(String name) {
        return name.replace("_", "").replace("@in", "in");
    }

    private static String types(String list) {
        var said = new StringBuilder();
        var word = Pattern.compile("\\w+").matcher(list);
        while (word.find()) {
            word.appendReplacement(said, Matcher.quoteReplacement(TYPES.getOrDefault(word.group(), word.group())));
        }
        return word.appendTail(said)
                .toString()
                .replace("(", "（")
                .replace(")", "）")
                .replace(", ", "、");
    }
}
