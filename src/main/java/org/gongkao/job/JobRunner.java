package org.gongkao.job;

import java.time.Duration;
import org.gongkao.shared.Loop;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 任务执行。Runs piece after piece and looks for new jobs twice a second; the lock on the job's row keeps two nodes off the same job. */
@Component
class JobRunner extends Loop {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunningJobs running;
    private final boolean enabled;

    JobRunner(RunningJobs running, @Value("${gongkao.job.enabled:true}") boolean enabled) {
        super("jobs", Duration.ofSeconds(5));
        this.running = running;
        this.enabled = enabled;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    protected void turn() throws InterruptedException {
        if (!running.runPiece()) {
            Thread.sleep(LOOK);
        }
    }
}
