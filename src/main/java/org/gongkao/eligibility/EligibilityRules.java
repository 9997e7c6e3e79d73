package org.gongkao.eligibility;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.Node;

/** The section of the package: how years are counted, conditions, paths, materials. */
record EligibilityRules(
        Node node,
        Settings settings,
        Map<String, Rule> rules,
        List<String> common,
        List<RulePath> paths,
        Map<String, Proof> proofs) {

    /**
     * Years of service and years at a level are counted each in its own way; by the calendar to the year of examination, by the
     * day to {@code countingDay}. Ages are taken on {@code ageDay}. The earliest year is looked for over {@code horizon} years.
     */
    record Settings(Counting service, Counting level, MonthDay countingDay, MonthDay ageDay, int horizon) {}

    /** A material that proves something. */
    record Proof(String code, String name, String format, String example) {}
}
