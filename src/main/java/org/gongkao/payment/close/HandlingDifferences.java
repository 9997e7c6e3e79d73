package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gongkao.audit.ActorNames;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 处理对账差异。Finance gives a difference to somebody, says why it is there, or settles it; each with words. */
@Component
class HandlingDifferences {

    private static final int LONGEST = 500;

    private final DifferenceRows rows;
    private final ObjectProvider<ActorNames> names;
    private final Audit audit;

    HandlingDifferences(DifferenceRows rows, ObjectProvider<ActorNames> names, Audit audit) {
        this.rows = rows;
        this.names = names;
        this.audit = audit;
    }

    /** Whom a difference can be given to. */
    Map<Long, String> officers() {
        var known = names.getIfAvailable();
        return known == null ? Map.of() : known.withRole(Role.FINANCE);
    }

    /** The day on whose page the difference stands. */
    @Transactional
    public LocalDate explain(long id, String words, boolean settles, Actor officer, Instant arrived) {
        var note = words.strip();
        if (note.isEmpty() || note.length() > LONGEST) {
            throw new Refusal(CloseRefusal.WORDS_MISSING);
        }
        var found = lock(id);
        var act = settles ? DifferenceAct.SETTLE : DifferenceAct.EXPLAIN;
        rows.write(found, act, note, found.owner(), officer, arrived);
        audit.record(officer, act.label() + "对账差异", "difference:" + id, note);
        return found.day();
    }

    /** {@code owner} is null for all of finance. */
    @Transactional
    public LocalDate assign(long id, @Nullable Long owner, Actor officer, Instant arrived) {
        if (owner != null && !officers().containsKey(owner)) {
            throw new Refusal(CloseRefusal.NO_SUCH_OFFICER);
        }
        var found = lock(id);
        var to = owner == null ? Role.FINANCE.label() : officers().getOrDefault(owner, "");
        rows.write(found, DifferenceAct.ASSIGN, "", owner, officer, arrived);
        audit.record(officer, "指定差异经办人", "difference:" + id, to);
        return found.day();
    }

    /** Money that is only booked on another day asks nothing of anybody. */
    private Difference lock(long id) {
        var found = rows.lock(id).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (found.kind() == DifferenceKind.DAY) {
            throw new Refusal(CloseRefusal.NOTHING_TO_DO);
        }
        return found;
    }
}
