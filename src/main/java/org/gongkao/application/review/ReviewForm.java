package org.gongkao.application.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Basis;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.ReviewItem;
import org.gongkao.application.review.Reviewing.Found;
import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;

/**
 * 审核表单。What an officer sent from a file's page, as typed: per item {@code outcome.KEY}, {@code basis.KEY},
 * {@code problem.KEY}, {@code remedy.KEY}; for several at once {@code pick} with {@code all.outcome} and {@code all.basis}.
 */
record ReviewForm(int version, Map<String, String> sent, List<String> picked) implements Serializable {

    private static final int LONGEST = 200;

    /** Of who answers for a unit's review. */
    static final int LONGEST_NAME = 40;

    private static final List<String> WORDS =
            List.of("reason", "clause", "responsible", "liability", "until", "remark");

    /** As long as the page's own fields. */
    void refuseOverlong() {
        new Faults()
                .addIfLonger(word("responsible"), LONGEST_NAME, "responsible", "单位审核责任人")
                .addIfLonger(word("reason"), 400, "reason", "理由或说明")
                .addIfLonger(word("clause"), 120, "clause", "依据的文件条款")
                .addIfLonger(word("consent"), 400, "consent", "同意再次退回的理由")
                .addIfLonger(word("remark"), 400, "remark", "备注")
                .refuse();
    }

    String value(String kind, String item) {
        return sent.getOrDefault(kind + "." + item, "").strip();
    }

    /** The newest finding that stood on the page when it was made; what is newer was saved meanwhile. */
    long newest() {
        var typed = word("newest");
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    String word(String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** What is typed beside the findings and what this act has kept, so that saving something loses nothing else. */
    ReviewForm besides(String act) {
        var rest = new LinkedHashMap<String, String>();
        for (var name : WORDS) {
            if (!name.equals(act)) {
                rest.put(name, word(name));
            }
        }
        return new ReviewForm(version, rest, List.of());
    }

    Reviewing.UnitsWord unitsWord() {
        return new Reviewing.UnitsWord(word("responsible"), !word("liability").isEmpty());
    }

    /** What was found, item by item; half-filled items are told. An item with nothing set is left as it is. */
    List<Found> found(List<ReviewItem> items, Faults faults) {
        var found = new ArrayList<Found>();
        for (var item : items) {
            var outcome = outcome(item);
            if (outcome == null) {
                continue;
            }
            var basis = basis(item);
            var problem = value("problem", item.key());
            var remedy = value("remedy", item.key());
            boolean unmet = outcome == ItemOutcome.UNMET;
            boolean onSite = outcome == ItemOutcome.ON_SITE;
            var lacks = new ArrayList<String>();
            if (basis == null && !onSite && outcome != ItemOutcome.DEFERRED) {
                lacks.add("核对依据");
            }
            if (unmet && problem.isEmpty()) {
                lacks.add("哪里不符合");
            }
            if (unmet && remedy.isEmpty()) {
                lacks.add("怎样改正");
            }
            if (onSite && problem.isEmpty()) {
                lacks.add("为什么要现场核对");
            }
            faults.addIf(
                    !lacks.isEmpty(),
                    "problem." + item.key(),
                    "请补上“" + item.label() + "”的" + String.join("、", lacks) + "。");
            faults.addIf(
                    problem.length() > LONGEST || remedy.length() > LONGEST,
                    "problem." + item.key(),
                    "“" + item.label() + "”的说明请控制在" + LONGEST + "字以内。");
            found.add(new Found(item.key(), outcome, basis, unmet || onSite ? problem : "", unmet ? remedy : ""));
        }
        return found;
    }

    /**
     * What is set for several at once leaves an item as it is on which it cannot be found: 符合 on a promise. A picked item for
     * which nothing is set at once keeps what was set on itself.
     */
    @Nullable
    ItemOutcome outcome(ReviewItem item) {
        var all = picked.contains(item.key()) ? among(ItemOutcome.values(), word("all.outcome")) : null;
        return all != null && item.admits(all) ? all : among(ItemOutcome.values(), value("outcome", item.key()));
    }

    @Nullable
    Basis basis(ReviewItem item) {
        var all = picked.contains(item.key()) ? among(Basis.values(), word("all.basis")) : null;
        return all != null ? all : among(Basis.values(), value("basis", item.key()));
    }

    private static <E extends Enum<E>> @Nullable E among(E[] all, String name) {
        for (var one : all) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }
}
