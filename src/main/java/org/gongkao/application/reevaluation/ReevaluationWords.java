package org.gongkao.application.reevaluation;

import java.util.List;
import java.util.Objects;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** Differences in words, alike on the page and in the spreadsheet. */
final class ReevaluationWords {

    private static final String TO = " → ";

    private ReevaluationWords() {}

    /** A condition belongs to a path: with another path it may not be asked. */
    static String label(@Nullable Result result) {
        return result == null ? "不适用" : result.label();
    }

    static Sign sign(@Nullable Result result) {
        return result == null ? Sign.NONE : result.sign();
    }

    static String condition(Reevaluation run, String id) {
        return run.sentences().getOrDefault(id, id);
    }

    static String path(Comparison one) {
        return moved(title(one.pathBefore()), title(one.pathAfter()));
    }

    static String year(Comparison one) {
        return moved(year(one.yearBefore()), year(one.yearAfter()));
    }

    static List<String> conditions(Reevaluation run, Comparison one) {
        return one.conditions().stream()
                .map(changed -> condition(run, changed.condition()) + "：" + label(changed.before()) + TO
                        + label(changed.after()))
                .toList();
    }

    private static String moved(String before, String after) {
        return Objects.equals(before, after) ? before : before + TO + after;
    }

    private static String title(String title) {
        return title.isEmpty() ? "没有可走的途径" : title;
    }

    private static String year(@Nullable Integer year) {
        return year == null ? "近年内不能" : year + "年";
    }
}
