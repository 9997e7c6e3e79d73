package org.gongkao.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * 登录轮候。One network's checks go one after another: so a flood from it takes one turn at the costly hashing and leaves the
 * others to everybody else, and of many tries at the same moment each sees what the one before it counted.
 */
@Component
class Turns {

    private static final int LONGEST_LINE = 100;
    private static final int PATIENCE_SECONDS = 10;

    /** 队列。Those of one network; it goes with its last. */
    private static final class Line {
        private final Semaphore turn = new Semaphore(1, true);
        private int standing;
    }

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** Never within a transaction: whoever waits would hold a connection that the one at work may need. */
    <T> T taken(String network, Supplier<T> check) {
        var line = lines.compute(network, (name, old) -> joined(old == null ? new Line() : old));
        try {
            return taken(line, check);
        } finally {
            lines.computeIfPresent(network, (name, left) -> --left.standing == 0 ? null : left);
        }
    }

    private static Line joined(Line line) {
        line.standing++;
        return line;
    }

    private static <T> T taken(Line line, Supplier<T> check) {
        if (line.standing > LONGEST_LINE || !waited(line)) {
            throw MustWait.busy();
        }
        try {
            return check.get();
        } finally {
            line.turn.release();
        }
    }

    private static boolean waited(Line line) {
        try {
            return line.turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
