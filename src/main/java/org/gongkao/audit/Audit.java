package org.gongkao.audit;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 留痕。Where every module writes down who did, saw or was refused what. A subject is a kind and a key
 * ({@code application:17}); a detail is a short Chinese phrase without names, numbers or secrets.
 */
@Component
public class Audit {

    private final Lines lines;

    Audit(Lines lines) {
        this.lines = lines;
    }

    /** Writes the act's line in the act's own transaction: both are kept, or neither. */
    public void record(Actor actor, String act, String subject, String detail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "An act's line belongs to the act's transaction, and none is running: " + act);
        }
        lines.add(LineKind.DONE, actor, act, subject, detail);
    }

    /** Writes that something protected was looked at or exported; joins a running transaction, needs none. */
    public void seen(Actor actor, String act, String subject, String detail) {
        lines.add(LineKind.SEEN, actor, act, subject, detail);
    }

    /**
     * Writes that an act was refused. Called by the error advice when the refused transaction has been rolled back: a
     * line written inside it would be lost, and one written beside it would hold a second connection under load.
     */
    public void refused(@Nullable Actor actor, String act, String subject, Reason reason) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A refusal is written after the rollback, not inside it: " + act);
        }
        lines.add(LineKind.REFUSED, actor, act, subject, withoutDetails(reason));
    }

    /** The sentence's places for details stay empty: they may name somebody. */
    private static String withoutDetails(Reason reason) {
        return reason.sentence().replaceAll("%(\\d+\\$)?[sd]", "…");
    }
}
