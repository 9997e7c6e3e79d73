package org.gongkao.job;

import org.springframework.stereotype.Component;

/** Lets a test run the jobs that were started, piece after piece, until nothing is left to do. */
@Component
public class JobSteps {

    private final RunningJobs running;

    JobSteps(RunningJobs running) {
        this.running = running;
    }

    /** One piece; false when nothing is left to do. */
    public boolean runOne() {
        return running.runPiece();
    }

    public void runAll() {
        while (running.runPiece()) {}
    }
}
