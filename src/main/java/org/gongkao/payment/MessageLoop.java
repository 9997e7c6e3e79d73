package org.gongkao.payment;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * 通知处理线程。Settles what is kept as soon as it is, and looks every two seconds for what another node left behind or has to be
 * tried again. Every node has one: a message at work is locked, and passed by. In a rush the answers go first, for a while: the
 * channels wait five seconds for them and then send again, while what is kept is safe.
 */
@Component
class MessageLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MessageLoop.class);
    private static final long LOOK = 2_000;
    private static final int AT_ONCE = 50;
    private static final Duration RUSH = Duration.ofMillis(20);
    private static final Duration LONGEST_RUSH = Duration.ofSeconds(5);

    private final KeptMessages kept;
    private final SettlingMessages settling;
    private final Semaphore woken = new Semaphore(0);
    private volatile long lastCame = System.nanoTime();
    private long rushFrom = lastCame;
    private volatile boolean wanted;
    private volatile Thread thread = new Thread(() -> {});

    MessageLoop(KeptMessages kept, SettlingMessages settling) {
        this.kept = kept;
        this.settling = settling;
    }

    /** A message was kept. */
    void wake() {
        lastCame = System.nanoTime();
        woken.release();
    }

    @Override
    public synchronized void start() {
        if (!wanted) {
            wanted = true;
            thread = Thread.ofPlatform().name("messages").daemon().start(this::loop);
        }
    }

    /** The message under way is settled; the rest is kept for the next start. */
    @Override
    public synchronized void stop() {
        wanted = false;
        wake();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return wanted;
    }

    private void loop() {
        while (wanted) {
            try {
                woken.tryAcquire(LOOK, TimeUnit.MILLISECONDS);
                woken.drainPermits();
                while (settleSome()) {}
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("Messages stand still; the next look is in {} ms.", LOOK, e);
            }
        }
    }

    /** False when there is none, or none that nobody else is at. */
    private boolean settleSome() throws InterruptedException {
        boolean settled = false;
        for (var id : kept.due(AT_ONCE)) {
            letAnswersGoFirst();
            settled |= wanted && settling.settle(id);
        }
        return settled;
    }

    private void letAnswersGoFirst() throws InterruptedException {
        long now = System.nanoTime();
        if (now - lastCame > RUSH.toNanos()) {
            rushFrom = now;
        }
        while (wanted && now - lastCame <= RUSH.toNanos() && now - rushFrom < LONGEST_RUSH.toNanos()) {
            Thread.sleep(RUSH);
            now = System.nanoTime();
        }
    }
}
