package org.gongkao.job;

import static org.gongkao.job.JobAct.CANCEL;
import static org.gongkao.job.JobAct.FINISH;
import static org.gongkao.job.JobAct.LEAVE;
import static org.gongkao.job.JobAct.RESUME;
import static org.gongkao.job.JobAct.STOP;
import static org.gongkao.job.JobAct.TAKE;
import static org.gongkao.job.JobState.CANCELLED;
import static org.gongkao.job.JobState.FINISHED;
import static org.gongkao.job.JobState.RUNNING;
import static org.gongkao.job.JobState.STOPPED;
import static org.gongkao.job.JobState.WAITING;

import java.util.List;
import org.gongkao.shared.Refusal;

/** 任务流转规则。Every legal move of a job, and the only place that says so. */
final class JobMoves {

    /** Who moves it: the platform by itself, or a person who may see the job. */
    enum By {
        PLATFORM("平台"),
        PERSON("提交任务的人");

        private final String label;

        By(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Move(JobState from, JobAct act, By by, JobState to) {}

    // spotless:off
    static final List<Move> ALL = List.of(
        new Move(WAITING, TAKE,   By.PLATFORM, RUNNING),
        new Move(RUNNING, TAKE,   By.PLATFORM, RUNNING),   // the next piece
        new Move(RUNNING, FINISH, By.PLATFORM, FINISHED),
        new Move(RUNNING, LEAVE,  By.PLATFORM, CANCELLED), // the rows after it are left to the successor
        new Move(RUNNING, STOP,   By.PLATFORM, STOPPED),   // the same piece failed again and again
        new Move(WAITING, STOP,   By.PLATFORM, STOPPED),   // likewise its first piece
        new Move(WAITING, CANCEL, By.PERSON,   CANCELLED),
        new Move(RUNNING, CANCEL, By.PERSON,   CANCELLED), // after the piece that is under way
        new Move(STOPPED, CANCEL, By.PERSON,   CANCELLED),
        new Move(STOPPED, RESUME, By.PERSON,   WAITING));
    // spotless:on

    private JobMoves() {}

    static JobState to(JobState from, JobAct act) {
        return ALL.stream()
                .filter(move -> move.from == from && move.act == act)
                .map(Move::to)
                .findFirst()
                .orElseThrow(() -> new Refusal(JobRefusal.NOT_ANY_MORE));
    }

    /** The buttons of a page. */
    static List<JobAct> offered(JobState from) {
        return ALL.stream()
                .filter(move -> move.from == from && move.by == By.PERSON)
                .map(Move::act)
                .toList();
    }
}
