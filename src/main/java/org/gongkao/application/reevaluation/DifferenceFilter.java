package org.gongkao.application.reevaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import org.gongkao.eligibility.Verdict.Overall;

/** Which differing files a list shows: of one change of the whole verdict, of one condition, or both; empty is no limit. */
record DifferenceFilter(String before, String after, String condition) {

    static final DifferenceFilter NONE = new DifferenceFilter("", "", "");

    /** As it stands in an address; what is no result there limits nothing. */
    static DifferenceFilter of(String before, String after, String condition) {
        boolean both = isOverall(before) && isOverall(after);
        return new DifferenceFilter(both ? before : "", both ? after : "", condition.strip());
    }

    private static boolean isOverall(String word) {
        return Arrays.stream(Overall.values()).anyMatch(one -> one.name().equals(word));
    }

    boolean isOfOverall() {
        return !before.isEmpty();
    }

    DifferenceFilter withOverall(String from, String to) {
        return new DifferenceFilter(from, to, condition);
    }

    DifferenceFilter withCondition(String id) {
        return new DifferenceFilter(before, after, id);
    }

    /** As the end of an address, with more names and values. */
    String query(Map<String, String> more) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (isOfOverall()) {
            query.add("before=" + before).add("after=" + after);
        }
        if (!condition.isEmpty()) {
            query.add("condition=" + condition);
        }
        more.forEach((name, value) -> query.add(name + "=" + value));
        return query.toString();
    }
}
