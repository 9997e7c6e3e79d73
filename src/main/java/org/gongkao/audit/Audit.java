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
    private final Strangers strangers;

    Audit(Lines lines, Strangers strangers) {
        this.lines = lines;
        this.strangers = strangers;
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
     * Writes that an act was refused, when the refused transaction has been rolled back: a line written inside it would be
     * lost, and one written beside it would hold a second connection under load. Whoever is told no is told so even if
     * the line cannot be written.
     */
    public void refused(@Nullable Actor actor, String act, String subject, Reason reason) {
        requireRolledBack(act);
        lines.addRefused(actor, act, subject, withoutDetails(reason));
    }

    /** Likewise of somebody who is not signed in: what comes again from the same address in the same minute is only counted. */
    public void refusedStranger(String address, String act, String subject, Reason reason) {
        requireRolledBack(act);
        strangers.refused(address, act, subject, withoutDetails(reason));
    }

    /**
     * Writes that a row of a job was refused, in the transaction of its piece, which keeps the row's result: both are kept, or
     * neither, and a piece that is done again leaves one line. Called when the row's own savepoint has been rolled back.
     *
     * @param reason nothing when what stands in the row cannot be taken
     */
    public void refusedRow(Actor actor, String act, String subject, long job, int row, @Nullable Reason reason) {
        var why = reason == null ? "填写有误，没有办理。" : withoutDetails(reason);
        lines.add(LineKind.REFUSED, actor, act, subject, "任务 " + job + " 第 " + row + " 行：" + why);
    }

    private static void requireRolledBack(String act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A refusal is written after the rollback, not inside it: " + act);
        }
    }

    /** The sentence's places for details stay empty: they may name somebody. */
    private static String withoutDetails(Reason reason) {
        return reason.sentence().replaceAll("%(\\d+\\$)?[sd]", "…");
    }
}
