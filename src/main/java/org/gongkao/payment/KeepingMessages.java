package org.gongkao.payment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.gongkao.payment.NotificationRows.Taken;
import org.gongkao.payment.NotificationRows.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * 保存通知。Commits what came at the same time together: while one commit is on its way to the disk the next messages wait, and
 * whoever is first then takes all of them along. In a rush a commit serves ten or twenty, and one that comes alone waits for nobody.
 */
@Component
class KeepingMessages {

    private final NotificationRows rows;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    KeepingMessages(NotificationRows rows) {
        this.rows = rows;
    }

    /** 等待保存。One message and what became of it; read and written in turn only. */
    private static final class Waiting {

        private final Told told;
        private @Nullable Boolean isNew;
        private @Nullable RuntimeException failed;

        private Waiting(Told told) {
            this.told = told;
        }
    }

    /** Returns when the message is committed; false when it was taken before. */
    boolean keep(Told told) {
        var mine = new Waiting(told);
        waiting.add(mine);
        turn.lock();
        try {
            if (mine.isNew == null && mine.failed == null) {
                keepAll();
            }
            if (mine.failed != null) {
                throw mine.failed;
            }
            return Objects.requireNonNull(mine.isNew);
        } finally {
            turn.unlock();
        }
    }

    private void keepAll() {
        var all = new ArrayList<Waiting>();
        for (var one = waiting.poll(); one != null; one = waiting.poll()) {
            all.add(one);
        }
        try {
            keep(all);
        } catch (DataIntegrityViolationException oneOfThem) {
            all.forEach(this::keepAlone);
        } catch (RuntimeException noDatabase) {
            all.forEach(one -> one.failed = noDatabase);
        }
    }

    /** One that cannot be kept is not to take the others with it. */
    private void keepAlone(Waiting one) {
        try {
            keep(List.of(one));
        } catch (RuntimeException failed) {
            one.failed = failed;
        }
    }

    private void keep(List<Waiting> all) {
        var first = new LinkedHashMap<Taken, Told>();
        all.forEach(one -> first.putIfAbsent(one.told.taken(), one.told));
        Set<Taken> taken = rows.keep(first.values());
        for (var one : all) {
            one.isNew = first.get(one.told.taken()) == one.told && taken.contains(one.told.taken());
        }
    }
}
