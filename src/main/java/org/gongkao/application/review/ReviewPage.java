package org.gongkao.application.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkao.application.Basis;
import org.gongkao.application.Deferral;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.UnitPrecondition;
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
        List<String> about,
        String state,
        Due due,
        Queue queue,
        List<Line> facts,
        List<Line> objection,
        List<UnitPrecondition.Shown> atUnit,
        List<Item> items,
        List<Sheet> sheets,
        List<Defect> defects,
        boolean mine,
        Acts acts,
        String closed,
        String why,
        Words words,
        String responsibility,
        List<Line> history,
        @Nullable Remarks remarks,
        List<String> consents,
        List<Deferral> promises,
        List<Fault> faults) {

    /** 容缺 is offered on a promise and on nothing else; for several items at once ({@code key} empty) it is not. */
    static List<Option> outcomes(String key) {
        boolean promise = key.startsWith("promise:");
        return java.util.Arrays.stream(ItemOutcome.values())
                .filter(o -> o == ItemOutcome.UNMET || (o == ItemOutcome.DEFERRED) == promise)
                .map(o -> Option.of(o.name(), o.label()))
                .toList();
    }

    static final List<Option> BASES = java.util.Arrays.stream(Basis.values())
            .map(b -> Option.of(b.name(), b.label()))
            .toList();

    /** 队列。The office's own queue about this file; {@code place} is 0 when the file is not in it. */
    record Queue(
            int waiting,
            int place,
            List<Waiting> lines,
            @Nullable String previous,
            @Nullable String following) {}

    /** 候审。A file in the queue beside the page. */
    record Waiting(String path, String person, String choice, Due due, boolean here) {}

    /** 时限。How much time is left, as a sign and in words; without words no time runs. */
    record Due(Sign sign, String text) {}

    /** 材料图像。One material with its pages as pictures; its number is the key that shows it. */
    record Sheet(int number, String key, String kind, String label, String path, List<String> pages) {}

    /** 条件依据。A condition as the rules see it, which presets nothing, and the materials that prove it. */
    record Ruled(
            Sign sign, String conclusion, String fact, String needed, String clause, String open, List<Sheet> proofs) {}

    /** 内部备注。What the offices on the route told each other, and what is being typed. */
    record Remarks(List<Line> lines, String typed) {}

    /** 缺陷。What the office has found wrong so far. */
    record Defect(String item, String label, String problem, String remedy) {}

    List<Item> conditions() {
        return items.stream().filter(item -> item.ruled() != null).toList();
    }

    List<Item> others() {
        return items.stream().filter(item -> item.ruled() == null).toList();
    }

    /** 5 项符合 · 1 项待证明, by the rules. */
    String conclusions() {
        return conditions().stream()
                .map(Item::ruled)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Ruled::conclusion, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(of -> of.getValue() + " 项" + of.getKey())
                .collect(Collectors.joining(" · "));
    }

    /**
     * 核对项。One item with its content, what others found on it, and what this office has set. {@code foundBy} names a
     * colleague whose finding it is; {@code notSaved} is what was typed where the colleague's, saved meanwhile, stands.
     */
    record Item(
            String key,
            String label,
            @Nullable Sheet sheet,
            @Nullable Ruled ruled,
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
    record Acts(
            boolean approve,
            boolean sendBack,
            boolean reject,
            boolean remind,
            boolean uphold,
            boolean reopen,
            boolean reexamine) {
        boolean any() {
            return approve || sendBack || reject || remind || uphold || reopen || reexamine;
        }
    }

    /** 办理意见。What was typed for the decision. */
    record Words(String reason, String clause, String responsible, boolean liability, String until) {
        static final Words NONE = new Words("", "", "", false, "");
    }
}
