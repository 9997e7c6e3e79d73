package org.gongkao.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkao.shared.Office;

/**
 * 逐项核对。The newest finding of each office on each item, beside the items as they are now. A finding counts only for the
 * content that was looked at: what the worker has changed since is open again. {@code seen} holds the items (key and hash)
 * whose original an officer had in hand.
 */
public record Findings(List<ReviewItem> items, List<Finding> newest, Set<String> seen) {

    static final Findings NONE = new Findings(List.of(), List.of(), Set.of());

    public static String seenKey(ReviewItem item) {
        return item.key() + "@" + item.hash();
    }

    /** What an office last found on the item as it is now. */
    public Optional<Finding> of(Office office, ReviewItem item) {
        return newest.stream()
                .filter(f -> f.office().equals(office.toString()) && f.isOn(item))
                .findFirst();
    }

    boolean allDecidedBy(Office office) {
        return items.stream().allMatch(item -> of(office, item).isPresent());
    }

    /** 审核通过 needs: every item decided, none 不符合. */
    public boolean letPass(Office office) {
        return items.stream()
                .allMatch(item -> of(office, item)
                        .filter(f -> f.outcome() != ItemOutcome.UNMET)
                        .isPresent());
    }

    /** 退回 needs: every item decided, so that all defects are told at once, and each defect in words. */
    public boolean nameAllDefects(Office office) {
        return allDecidedBy(office)
                && !defects(office).isEmpty()
                && defects(office).stream()
                        .noneMatch(f -> f.problem().isBlank() || f.remedy().isBlank());
    }

    public List<Finding> defects(Office office) {
        return items.stream()
                .flatMap(item -> of(office, item).stream())
                .filter(f -> f.outcome() == ItemOutcome.UNMET)
                .toList();
    }

    /** Items that some office wants checked on site and whose original nobody has seen yet. */
    public List<ReviewItem> originalsOutstanding() {
        Predicate<ReviewItem> wanted =
                item -> newest.stream().anyMatch(f -> f.isOn(item) && f.outcome() == ItemOutcome.ON_SITE);
        return items.stream()
                .filter(wanted)
                .filter(item -> !seen.contains(seenKey(item)))
                .toList();
    }

    /** A correction touched what this office had confirmed, or promises what the unit has not answered for: it is asked again. */
    public boolean touched(Office office) {
        return newest.stream()
                        .filter(f -> f.office().equals(office.toString()))
                        .anyMatch(f -> items.stream().noneMatch(f::isOn))
                || office.kind() == Office.Kind.UNIT
                        && items.stream()
                                .anyMatch(item ->
                                        item.isPromise() && of(office, item).isEmpty());
    }
}
