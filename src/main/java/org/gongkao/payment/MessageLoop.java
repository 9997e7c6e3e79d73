package org.gongkao.payment;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkao.shared.Loop;
import org.springframework.stereotype.Component;

/**
 * 通知处理线程。Settles what is kept as soon as it is, and looks twice a second for what another node left behind or has to be tried
 * again; a message at work is locked, and passed by. In a rush the answers go first, for a while: the channels wait five seconds
 * for them and then send again, while what is kept is safe.
 */
@Component
class MessageLoop extends Loop {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int AT_ONCE = 50;
    private static final Duration RUSH = Duration.ofMillis(20);
    private static final Duration LONGEST_RUSH = Duration.ofSeconds(5);

    private final KeptMessages kept;
    private final SettlingMessages settling;
    private final Semaphore woken = new Semaphore(0);
    private volatile long lastCame = System.nanoTime();
    private long rushFrom = lastCame;

    MessageLoop(KeptMessages kept, SettlingMessages settling) {
        super("messages", Duration.ofSeconds(2));
        this.kept = kept;
        this.settling = settling;
    }

    /** A message was kept. */
    void wake() {
        lastCame = System.nanoTime();
        woken.release();
    }

    @Override
    protected void turn() throws InterruptedException {
        woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
        while (settleSome()) {}
    }

    /** False when there is none, or none that nobody else is at. */
    private boolean settleSome() throws InterruptedException {
        boolean settled = false;
        for (var id : kept.due(AT_ONCE)) {
            letAnswersGoFirst();
            settled |= isRunning() && settling.settle(id);
        }
        return settled;
    }

    private void letAnswersGoFirst() throws InterruptedException {
        long now = System.nanoTime();
        if (now - lastCame > RUSH.toNanos()) {
            rushFrom = now;
        }
        while (isRunning() && now - lastCame <= RUSH.toNanos() && now - rushFrom < LONGEST_RUSH.toNanos()) {
            Thread.sleep(RUSH);
            now = System.nanoTime();
        }
    }
}
