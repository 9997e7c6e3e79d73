package org.gongkao.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;

/** 补充通知输入。An amendment as typed: the fields chosen, each with its new value. */
record AmendmentForm(
        String region,
        String documentNumber,
        String reason,
        String wantedFrom,
        List<String> fields,
        List<String> afters) {

    static final int MOST_FIELDS = 30;

    /** Reads {@code field-0}, {@code after-0} and so on as far as they go. */
    static AmendmentForm of(Map<String, String> typed) {
        var fields = new ArrayList<String>();
        var afters = new ArrayList<String>();
        for (int i = 0; i < MOST_FIELDS && typed.containsKey("field-" + i); i++) {
            fields.add(typed.getOrDefault("field-" + i, ""));
            afters.add(text(typed, "after-" + i));
        }
        return new AmendmentForm(
                text(typed, "region"),
                text(typed, "documentNumber"),
                text(typed, "reason"),
                text(typed, "wantedFrom"),
                List.copyOf(fields),
                List.copyOf(afters));
    }

    /** Without the control characters that no keyboard types and no database keeps. */
    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", "")
                .strip();
    }

    static AmendmentForm empty(String region, List<String> fields, List<String> values) {
        return new AmendmentForm(region, "", "", "", fields, values);
    }

    /** Notes what can be told without looking at the package; answers with the wanted time, if one was given. */
    @Nullable
    Instant check(Faults faults) {
        faults.addIf(documentNumber.isEmpty(), "documentNumber", "请填写补充通知的文号，如 洛人社函〔2023〕12号。");
        faults.addIf(documentNumber.length() > 60, "documentNumber", "文号不超过60个字，请核对。");
        faults.addIf(reason.isEmpty(), "reason", "请填写事由，说明为什么要改。");
        faults.addIf(reason.length() > 500, "reason", "事由不超过500个字，请精简。");
        faults.addIf(fields.isEmpty(), "fields", "请至少选择一个要改的项目。");
        if (wantedFrom.isEmpty()) {
            return null;
        }
        var problems = new Problems();
        var wanted = Node.scalar("", 0, "wantedFrom", wantedFrom).instant(problems);
        faults.addIf(problems.any(), "wantedFrom", "生效时间应写到秒，如 2023-03-27 09:00:00；不填则自确认时起生效。");
        return problems.any() ? null : wanted;
    }
}
