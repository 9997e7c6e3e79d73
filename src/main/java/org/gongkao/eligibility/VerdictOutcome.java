package org.gongkao.eligibility;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.Result;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 结论要点。What a verdict comes to, without its words: two sets of rules that word a condition otherwise but decide alike have the
 * same. Conditions by their ids.
 */
public record VerdictOutcome(
        Overall overall,
        @Nullable String path,
        String pathTitle,
        @Nullable Integer earliestYear,
        Map<String, Result> conditions) {

    public static VerdictOutcome of(Verdict verdict) {
        var conditions = new LinkedHashMap<String, Result>();
        verdict.conditions().forEach(one -> conditions.put(one.id(), one.result()));
        return new VerdictOutcome(
                verdict.overall(), verdict.path(), verdict.pathTitle(), verdict.earliestYear(), conditions);
    }

    /** Of a verdict as {@link VerdictText} wrote it. */
    public static VerdictOutcome read(String json) {
        var verdict = JsonMapper.shared().readTree(json);
        var conditions = new LinkedHashMap<String, Result>();
        for (var one : verdict.get("conditions")) {
            conditions.put(
                    one.get("id").asString(),
                    Result.valueOf(constant(one.get("result").asString())));
        }
        var path = verdict.get("path");
        var year = verdict.get("earliestYear");
        return new VerdictOutcome(
                Overall.valueOf(constant(verdict.get("overall").asString())),
                path.isNull() ? null : path.asString(),
                verdict.get("pathTitle").asString(),
                year.isNull() ? null : year.asInt(),
                conditions);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
