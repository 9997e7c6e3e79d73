package org.gongkao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.application.Act;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 抽查。A sample of an agency's decisions, ordered by the agency above: what was committed to, drawn and found. */
record SpotCheck(
        long id,
        String number,
        String orderedBy,
        String checked,
        Act decision,
        LocalDate firstDay,
        LocalDate lastDay,
        int wanted,
        int population,
        String reason,
        String listHash,
        String commitment,
        String actorName,
        Instant orderedAt,
        @Nullable String words,
        @Nullable String drawer,
        @Nullable Instant drawnAt,
        @Nullable String conclusion,
        @Nullable String ender,
        @Nullable Instant endedAt,
        int judged,
        int unsound) {

    /** 抽查进度。How far a check has come; told by the rows that are there. */
    enum Stage {
        COMMITTED("名单已定，待抽取", Sign.REST),
        DRAWN("核查中", Sign.NOW),
        ENDED("已完成", Sign.MET);

        private final String label;
        private final Sign sign;

        Stage(String label, Sign sign) {
            this.label = label;
            this.sign = sign;
        }

        String label() {
            return label;
        }

        Sign sign() {
            return sign;
        }
    }

    Stage stage() {
        return endedAt != null ? Stage.ENDED : drawnAt != null ? Stage.DRAWN : Stage.COMMITTED;
    }

    /** The agency that is checked reads along and changes nothing. */
    boolean isBy(Actor actor) {
        return orderedBy.equals(actor.officeText());
    }
}
