package org.gongkao.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkao.audit.Audit;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 批量办理。Runs one piece of one job in one transaction: its rows' effects, their results and the count that says how far
 * the job is. All of it is kept or none, so nothing is done twice and nothing is left out, whenever the process dies.
 */
@Component
class RunningJobs {

    /** So often the same piece may fail as a whole before somebody has to look. */
    static final int STUMBLES = 3;

    private static final Logger log = LoggerFactory.getLogger(RunningJobs.class);

    private final Jobs jobs;
    private final Map<String, Task> tasks = new HashMap<>();
    private final JobStarters starters;
    private final BusinessClock clock;
    private final Audit audit;
    private final TransactionTemplate piece;
    private final TransactionTemplate row;

    RunningJobs(
            Jobs jobs,
            List<Task> tasks,
            JobStarters starters,
            BusinessClock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.starters = starters;
        this.audit = audit;
        this.clock = clock;
        for (var task : tasks) {
            if (this.tasks.put(task.name(), task) != null) {
                throw new IllegalStateException("Two tasks are called " + task.name());
            }
        }
        piece = new TransactionTemplate(transactions);
        row = new TransactionTemplate(transactions);
        row.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Runs the next piece of the job whose turn it is; false when no job has anything to do. */
    boolean runPiece() {
        var taken = new long[1];
        try {
            return Boolean.TRUE.equals(piece.execute(status -> {
                var job = jobs.lockNext();
                job.ifPresent(found -> {
                    taken[0] = found.id();
                    run(found);
                });
                return job.isPresent();
            }));
        } catch (RuntimeException e) {
            if (taken[0] == 0) {
                throw e;
            }
            log.error(
                    "A piece of job {} was not done and nothing of it is kept; it is tried {} times.",
                    taken[0],
                    STUMBLES,
                    e);
            piece.executeWithoutResult(status -> jobs.stumble(taken[0], STUMBLES));
            return true;
        }
    }

    private void run(Job job) {
        var task = tasks.get(job.task());
        if (task == null) {
            throw new IllegalStateException("No task is called " + job.task());
        }
        var rows = jobs.piece(job, task.pieceSize());
        var outcomes = new ArrayList<Outcome>(rows.size());
        for (var one : rows) {
            outcomes.add(starters.isInUse(job.by()) ? run(job, task, one) : Outcome.left(task.what(one)));
        }
        boolean last = job.done() + rows.size() >= job.total();
        var now = now();
        boolean whole = job.remaining() == 0 && outcomes.stream().noneMatch(Outcome::isLeft);
        jobs.write(job, outcomes, !last ? JobAct.TAKE : whole ? JobAct.FINISH : JobAct.LEAVE, now);
        if (last) {
            task.ended(job.id(), whole, job.by(), now);
        }
    }

    /** One row behind its own savepoint: what is refused leaves nothing behind. */
    private Outcome run(Job job, Task task, JobRow one) {
        try {
            return java.util.Objects.requireNonNull(
                    row.execute(status -> task.run(one, job.by(), job.startedAt())),
                    "a task gives a result for each row");
        } catch (Refusal refusal) {
            leaveLine(job, task, one, refusal.reason());
            return Outcome.failed(task.what(one), refusal.sentence());
        } catch (InvalidInput invalid) {
            leaveLine(job, task, one, null);
            return Outcome.failed(
                    task.what(one),
                    invalid.faults().stream().map(Fault::sentence).collect(Collectors.joining("")));
        } catch (DataAccessException e) {
            if (e instanceof DataIntegrityViolationException) {
                return stranded(job, task.what(one), one.line(), e);
            }
            throw e;
        } catch (RuntimeException e) {
            return stranded(job, task.what(one), one.line(), e);
        }
    }

    /** Behind a savepoint too: a line that cannot be written takes neither the row's sentence nor its neighbours with it. */
    private void leaveLine(Job job, Task task, JobRow one, @Nullable Reason reason) {
        var subject = task.subject(one).orElse("job:" + job.id());
        try {
            row.executeWithoutResult(
                    status -> audit.refusedRow(job.by(), task.label(), subject, job.id(), one.line(), reason));
        } catch (DataAccessException failed) {
            log.error("The audit does not know that line {} of job {} was refused.", one.line(), job.id(), failed);
        }
    }

    private static Outcome stranded(Job job, String what, int line, RuntimeException e) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        log.error("Line {} of job {} was not done ({}); the other lines go on.", line, job.id(), incident, e);
        return Outcome.failed(what, "这一行办理时出现故障，没有保存。请把编号 " + incident + " 告诉管理员，其他行不受影响。");
    }

    private Instant now() {
        return clock.instant();
    }
}
