package org.gongkao.sanction;

import java.time.Instant;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** What was typed with an act: reason or statement, clause, 文号, and the last day of a corrected bar. */
record Words(String reason, String clause, String document, String end) {

    static final Words NONE = new Words("", "", "", "");

    private static final int LONGEST = 2000;

    Words {
        reason = reason.strip();
        clause = clause.strip();
        document = document.strip();
        end = end.strip();
    }

    /** Tells everything that is missing for the act, and nothing that the act does not ask for. */
    void check(Need need, Sanction sanction, Instant at) {
        new Faults()
                .addIf(
                        need.reason() && reason.isEmpty(),
                        "reason",
                        need == Need.STATEMENT ? "请填写陈述申辩的内容。" : "请写明理由，当事人和以后办理的人会看到。")
                .addIf(reason.length() > LONGEST, "reason", "内容请控制在" + LONGEST + "字以内。")
                .addIf(need.clause() && clause.isEmpty(), "clause", "请填写处理依据的文件和条款。")
                .addIf(clause.length() > 200, "clause", "处理依据请控制在200字以内。")
                .addIf(
                        need.document() && (document.isEmpty() || document.length() > 60),
                        "document",
                        "请填写决定书的文号，如 洛人社工考〔2023〕5号，不超过60个字。")
                .addIf(need.end() && !isEarlier(sanction, at), "end", "更正后的期满日应在今天或以后，并早于现在的期满日；加重处理须另行立案。")
                .refuse();
    }

    private boolean isEarlier(Sanction sanction, Instant at) {
        var corrected = endsAt();
        return corrected != null
                && corrected.isAfter(at)
                && sanction.bar().filter(bar -> corrected.isBefore(bar.until())).isPresent();
    }

    /** 24:00 of the day typed, or nothing when it is no day. */
    @Nullable
    Instant endsAt() {
        return Shanghai.typedDay(end)
                .map(day -> Shanghai.startOf(day.plusDays(1)))
                .orElse(null);
    }
}
