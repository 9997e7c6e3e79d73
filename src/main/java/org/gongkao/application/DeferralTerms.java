package org.gongkao.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkao.cycle.ContentHash;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 容缺规定。Which kinds of material of a year may be promised instead of uploaded, until when, by which clause and at whose risk. */
public record DeferralTerms(List<String> kinds, Instant due, String clause, String liability) {

    static final DeferralTerms NONE = new DeferralTerms(List.of(), Instant.EPOCH, "", "");

    public boolean allow(String kind, Instant at) {
        return kinds.contains(kind) && at.isBefore(due);
    }

    /** The year's date, or 24:00 of the eve of the person's own exam day, whichever is earlier. */
    public Instant due(@Nullable LocalDate examDay) {
        var eve = examDay == null ? due : Shanghai.startOf(examDay);
        return eve.isBefore(due) ? eve : due;
    }

    /** Of what a worker is shown before promising: an amendment may change it between the page and the button. */
    public String hash() {
        return ContentHash.of(liability, clause, due.toString());
    }
}
