package org.gongkao.job;

import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 任务取消与继续。What the one who started a job can still do to it, and the successor to what was left. */
@Service
class MovingJobs {

    private final Jobs jobs;
    private final JobRegister register;
    private final Audit audit;
    private final List<Task> tasks;

    MovingJobs(Jobs jobs, JobRegister register, Audit audit, List<Task> tasks) {
        this.jobs = jobs;
        this.register = register;
        this.audit = audit;
        this.tasks = List.copyOf(tasks);
    }

    /** Rows already done stay done; the rest is left alone. */
    @Transactional
    void cancel(long id, Actor by, Instant at) {
        var job = move(id, JobAct.CANCEL, by, at);
        tasks.stream().filter(task -> task.name().equals(job.task())).forEach(task -> task.ended(id, false, by, at));
    }

    @Transactional
    void resume(long id, Actor by, Instant at) {
        move(id, JobAct.RESUME, by, at);
    }

    /** What a closed account left, as a new job of the successor: with their rights, and at the time at which they start it. */
    @Transactional
    long carryOn(long id, Actor by, Instant at) {
        var job = jobs.get(id, by);
        if (!canBeCarriedOn(job, by)) {
            throw new Refusal(JobRefusal.NOT_ANY_MORE);
        }
        long next = register.start(job.task(), job.title(), job.header(), jobs.remaining(job), by, at);
        jobs.carryOn(job, jobs.get(next, by));
        return next;
    }

    boolean canBeCarriedOn(Job job, Actor by) {
        return job.canBeCarriedOnBy(by)
                && tasks.stream().anyMatch(task -> task.name().equals(job.task()) && task.canBeCarriedOn());
    }

    private Job move(long id, JobAct act, Actor by, Instant at) {
        var job = jobs.get(id, by);
        jobs.move(job, act, at);
        audit.record(by, act.label(), "job:" + id, "已办 " + job.done() + " / " + job.total() + " 行");
        return job;
    }
}
