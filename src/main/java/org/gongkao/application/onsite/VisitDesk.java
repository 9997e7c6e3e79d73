package org.gongkao.application.onsite;

import java.util.Locale;

/** 现场审查工作台。The lists that an agency works through. */
enum VisitDesk {
    DAY("当日安排"),
    WAITING("待预约"),
    HELD("未退还原件"),
    /** Originals that an office overseen by this one has had too long. */
    BELOW("下级逾期未退");

    private final String label;

    VisitDesk(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VisitDesk of(String key) {
        for (var desk : values()) {
            if (desk.key().equals(key)) {
                return desk;
            }
        }
        return DAY;
    }
}
