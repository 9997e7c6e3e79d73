package org.gongkao.shared;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * 后台线程。A thread of the program that takes its turn again and again from the start to the stop. A turn that fails is written to
 * the log and followed by a pause. Every node has one: what its turns work on is locked in the database.
 */
public abstract class Loop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private volatile boolean wanted;
    private volatile Thread thread = new Thread(() -> {});

    protected Loop(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** Waits a little by itself when there is nothing to do; half a second at most, for a stop waits for it. */
    protected abstract void turn() throws InterruptedException;

    @Override
    public synchronized void start() {
        if (!wanted) {
            wanted = true;
            thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
        }
    }

    /** The turn under way is finished; the rest waits for the next start. */
    @Override
    public synchronized void stop() {
        wanted = false;
        try {
            thread.join(LONGEST_TURN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return wanted;
    }

    private void loop() {
        try {
            while (wanted) {
                try {
                    turn();
                } catch (RuntimeException e) {
                    log.error("“{}” stands still; the next look is in {}.", name, pause, e);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            wanted = false;
            Thread.currentThread().interrupt();
        }
    }
}
