package org.gongkao.sanction;

import java.util.Locale;

/** 案件列表。The lists of cases that an agency works through. */
enum Desk {
    /** What this very officer can move now: a proposal is only before those who did not make it. */
    MINE("待办", """
             and ((s.state like '%\\_PROPOSED' and s.handled_by <> :account)
                  or (s.agency_code = :office and s.state = 'FOUND')
                  or (s.agency_code = :office and s.state = 'HEARING' and s.answer_until <= :now))
            """),
    OPEN("办理中", " and s.state in ('FOUND', 'HEARING', 'SANCTION_PROPOSED', 'NO_ACTION_PROPOSED')"),
    BARRED("禁止申报期内", """
             and s.state in ('IMPOSED', 'CORRECTION_PROPOSED', 'REVOCATION_PROPOSED')
             and s.barred_from <= :now and :now < s.barred_until
            """),
    ENDED("已办结", """
             and (s.state in ('DROPPED', 'REVOKED') or s.state = 'IMPOSED' and s.barred_until <= :now)
            """),
    ALL("全部", "");

    private final String label;
    private final String condition;

    Desk(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    String label() {
        return label;
    }

    /** More of the statement's {@code where}; may ask for {@code :now} and {@code :account}. */
    String condition() {
        return condition;
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
}
