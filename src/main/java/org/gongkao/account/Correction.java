package org.gongkao.account;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 账号更正申请。A request as it stands, with the names that its page shows. */
record Correction(
        long id,
        CorrectionKind kind,
        long personId,
        String name,
        String maskedNumber,
        String unitCode,
        String unitName,
        @Nullable String maskedPhone,
        @Nullable String newName,
        String reason,
        CorrectionState state,
        long requestedBy,
        @Nullable Long requesterPerson,
        String requester,
        Instant requestedAt,
        @Nullable String answer) {

    /** What it is to become. */
    String wanted() {
        var wanted = kind == CorrectionKind.PHONE ? maskedPhone : newName;
        return wanted == null ? "" : wanted;
    }

    String requested() {
        return Shanghai.minute(requestedAt);
    }

    /** Whether this human asked for it, under whatever account, or is the one whom it is about. */
    boolean isOwn(Actor by) {
        return requestedBy == by.account()
                || by.personId() != null && (by.personId().equals(requesterPerson) || by.personId() == personId);
    }

    boolean isOpen() {
        return state == CorrectionState.REQUESTED;
    }

    @Override
    public String toString() {
        return "Correction[" + id + "]";
    }
}
