package org.gongkao.eligibility;

import java.util.OptionalInt;
import org.gongkao.shared.Word;

/** 计年方法。How years are counted between two dates; the documents of different years count differently. */
public enum Counting implements Word {
    /** 2018: joined 2009, in 2018 ten years. */
    BOTH_ENDS("按年度计，首尾两年都计入"),
    /** 2011: joined 2001, in 2011 ten years. */
    DIFFERENCE("按年度计，考核年度减去起始年度"),
    EXACT_DAY("按日期计满整年");

    private final String label;

    Counting(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    OptionalInt years(Days from, Days until) {
        if (this == EXACT_DAY) {
            return from.wholeYearsUntil(until);
        }
        var start = from.year();
        var end = until.year();
        if (start.isEmpty() || end.isEmpty()) {
            return OptionalInt.empty();
        }
        int years = end.getAsInt() - start.getAsInt() + (this == BOTH_ENDS ? 1 : 0);
        return OptionalInt.of(Math.max(0, years));
    }

    /** The last year to have begun in, for so many years in a year of examination: 十年 in 2023 is 2014 or 2013. */
    int latestStart(int year, int years) {
        return year - years + (this == BOTH_ENDS ? 1 : 0);
    }
}
