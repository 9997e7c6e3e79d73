package org.gongkao.application.review;

import java.util.List;
import java.util.Locale;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;

/** 工作台。The lists of files an office works through. */
enum Desk {
    MINE("待审"),
    /** 单位逾期未审: still with a unit or department whose bell has rung. */
    OVERDUE("单位逾期未审"),
    /** 超承诺时限: before the office itself, and longer than it promised. */
    LATE("超承诺时限"),
    /** The same before an office that this one oversees. */
    LATE_BELOW("下级超承诺时限"),
    OBJECTIONS("申诉"),
    ALL("全部"),
    BELOW("下级");

    private final String label;

    Desk(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Desk of(String key) {
        for (var desk : values()) {
            if (desk.key().equals(key)) {
                return desk;
            }
        }
        return MINE;
    }

    /** The desks that an office has. */
    static List<Desk> of(Actor actor) {
        return actor.office().kind() == Office.Kind.AGENCY ? List.of(values()) : List.of(MINE, LATE, OBJECTIONS, ALL);
    }
}
