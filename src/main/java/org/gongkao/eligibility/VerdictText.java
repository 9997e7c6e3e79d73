package org.gongkao.eligibility;

import java.util.List;

/** 结论文本。A verdict as JSON, in one form only. */
public final class VerdictText {

    private VerdictText() {}

    public static String write(Verdict verdict) {
        var json = new Json().open('{');
        json.key("overall").value(verdict.overall().word());
        json.key("path").value(verdict.path());
        json.key("pathTitle").value(verdict.pathTitle());
        json.key("earliestYear").value(verdict.earliestYear());
        json.key("conditions").open('[');
        for (var one : verdict.conditions()) {
            json.open('{');
            json.key("id").value(one.id());
            json.key("result").value(one.result().word());
            json.key("fact").value(one.fact());
            json.key("needed").value(one.needed());
            json.key("clause").value(one.clause());
            json.key("sentence").value(one.sentence());
            json.key("open").value(one.open());
            texts(json.key("missing"), one.missing());
            json.close('}');
        }
        json.close(']').key("paths").open('[');
        for (var one : verdict.paths()) {
            json.open('{');
            json.key("id").value(one.id());
            json.key("title").value(one.title());
            json.key("overall").value(one.overall().word());
            texts(json.key("obstacles"), one.obstacles());
            json.close('}');
        }
        json.close(']').key("materials").open('[');
        for (var one : verdict.materials()) {
            json.open('{');
            json.key("code").value(one.code());
            json.key("name").value(one.name());
            json.key("reason").value(one.reason());
            json.key("format").value(one.format());
            json.key("example").value(one.example());
            json.close('}');
        }
        json.close(']');
        json.key("rules").value(verdict.rules());
        json.key("facts").value(verdict.facts());
        return json.close('}').toString();
    }

    private static void texts(Json json, List<String> texts) {
        json.open('[');
        texts.forEach(json::value);
        json.close(']');
    }
}
