package org.gongkao.application.review;

import java.util.List;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemOutcome;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** One file as an officer has it on the screen. */
record ReviewPage(
        String number,
        int version,
        long newest,
        String person,
        String choice,
        Brief brief,
        List<Line> facts,
        List<Line> objection,
        List<Item> items,
        boolean mine,
        Acts acts,
        String why,
        Words words,
        String responsibility,
        @Nullable String previous,
        @Nullable String following,
        List<Line> history,
        List<Fault> faults) {

    static final List<Option> OUTCOMES = java.util.Arrays.stream(ItemOutcome.values())
            .map(o -> Option.of(o.name(), o.label()))
            .toList();

    static final List<Option> BASES = java.util.Arrays.stream(Basis.values())
            .map(b -> Option.of(b.name(), b.label()))
            .toList();

    /**
     * 核对项。One item with its content, what others found on it, and what this office has set. {@code foundBy} names a
     * colleague whose finding it is; {@code notSaved} is what was typed where the colleague's, saved meanwhile, stands.
     */
    record Item(
            String key,
            String label,
            String materialPath,
            List<Line> content,
            List<Earlier> earlier,
            String outcome,
            String basis,
            String problem,
            String remedy,
            String foundBy,
            String notSaved,
            boolean originalWanted,
            boolean originalSeen) {}

    /** 已有结论。What another tier found. */
    record Earlier(Sign sign, String text) {}

    /** 可办事项。The acts that the table offers now. */
    record Acts(boolean approve, boolean sendBack, boolean reject, boolean remind, boolean uphold, boolean reopen) {
        boolean any() {
            return approve || sendBack || reject || remind || uphold || reopen;
        }
    }

    /** 办理意见。What was typed for the decision. */
    record Words(String reason, String clause, String responsible, String until) {
        static final Words NONE = new Words("", "", "", "");
    }
}
