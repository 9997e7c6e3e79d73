package org.gongkao.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * 任务执行。One thread that runs piece after piece and looks for new jobs twice a second. Every node may have one: the lock
 * on the job's row keeps two of them off the same job.
 */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final long PAUSE = 500;

    private final RunningJobs running;
    private final boolean enabled;
    private volatile boolean wanted;
    private volatile Thread thread = new Thread(() -> {});

    JobRunner(RunningJobs running, @Value("${gongkao.job.enabled:true}") boolean enabled) {
        this.running = running;
        this.enabled = enabled;
    }

    @Override
    public synchronized void start() {
        if (!enabled || wanted) {
            return;
        }
        wanted = true;
        thread = Thread.ofPlatform().name("jobs").daemon().start(this::loop);
    }

    /** The piece under way is finished; the rest waits for the next start. */
    @Override
    public synchronized void stop() {
        wanted = false;
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
                if (!running.runPiece()) {
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("Jobs stand still; the next look is in {} ms.", PAUSE * 10, e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE * 10);
        } catch (InterruptedException e) {
            wanted = false;
        }
    }
}
