package org.gongkao.job;

import java.time.Instant;
import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 批量任务登记。Where every module starts its jobs. The rows are stored in the transaction of the act that starts the job;
 * it begins after the commit, and its page is {@code /jobs/} and the number given back.
 */
@Component
public class JobRegister {

    private final Jobs jobs;
    private final Audit audit;

    JobRegister(Jobs jobs, Audit audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    /** How far a job is that the actor may see. */
    public JobProgress progress(long id, Actor by) {
        return JobProgress.of(jobs.get(id, by));
    }

    /** Starts {@link Task} {@code task} over the rows; {@code header} names the cells for people. */
    public long start(String task, String title, List<String> header, List<JobRow> rows, Actor by, Instant at) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A job begins with the act that starts it, and no transaction is running");
        }
        long id = jobs.add(task, title, header, rows, by, at);
        audit.record(by, "启动批量任务", "job:" + id, title + "，共 " + rows.size() + " 行");
        return id;
    }
}
