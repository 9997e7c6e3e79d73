package org.gongkao.job;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 任务取消与继续。What the one who started a job can still do to it. */
@Service
class MovingJobs {

    private final Jobs jobs;
    private final Audit audit;

    MovingJobs(Jobs jobs, Audit audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Rows already done stay done; the rest is left alone. */
    @Transactional
    void cancel(long id, Actor by, Instant at) {
        move(id, JobAct.CANCEL, by, at);
    }

    @Transactional
    void resume(long id, Actor by, Instant at) {
        move(id, JobAct.RESUME, by, at);
    }

    private void move(long id, JobAct act, Actor by, Instant at) {
        var job = jobs.get(id, by);
        jobs.move(job, act, at);
        audit.record(by, act.label(), "job:" + id, "已办 " + job.done() + " / " + job.total() + " 行");
    }
}
