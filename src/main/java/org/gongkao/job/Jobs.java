package org.gongkao.job;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The jobs, their rows and their results. A job is before the one who started it, who took over that account's work, and the administrator of the same office. */
@Repository
class Jobs {

    static final int SCREEN = 50;

    private static final String JOB = """
            select j.id, j.task, j.title, j.header, j.state, j.total, j.done, j.failed, j.remaining, j.stumbles,
                   j.account, j.account_name, j.role, j.office, j.person, j.started_at, j.ended_at,
                   j.carried_on_as
              from job.job j
            """;

    private static final String MINE = " (j.account in (:accounts) or (:administrator and j.office = :office)) ";

    /** 结果行。One line of the results as the page lists them. */
    record ResultRow(int rowNo, int line, Outcome outcome, List<String> cells) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JobStarters starters;

    Jobs(JdbcClient jdbc, JdbcTemplate batch, JobStarters starters) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.starters = starters;
    }

    long add(String task, String title, List<String> header, List<JobRow> rows, Actor by, Instant at) {
        long id = jdbc.sql("""
                        insert into job.job (task, title, header, total, account, account_name, role, office, person, started_at)
                        values (:task, :title, :header, :total, :account, :name, :role, :office, :person, :at)
                        returning id
                        """)
                .param("task", task)
                .param("title", title)
                .param("header", header.toArray(String[]::new))
                .param("total", rows.size())
                .param("account", by.account())
                .param("name", by.name())
                .param("role", by.role().name())
                .param("office", by.officeText())
                .param("person", by.personId())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        var number = new int[1];
        batch.batchUpdate(
                "insert into job.input (job_id, row_no, line, cells) values (?, ?, ?, ?)",
                rows,
                1000,
                (insert, row) -> {
                    insert.setLong(1, id);
                    insert.setInt(2, ++number[0]);
                    insert.setInt(3, row.line());
                    insert.setArray(
                            4,
                            insert.getConnection()
                                    .createArrayOf("text", row.cells().toArray()));
                });
        return id;
    }

    Job get(long id, Actor by) {
        return mine(JOB + " where j.id = :id and" + MINE, by)
                .param("id", id)
                .query((row, n) -> job(row))
                .optional()
                .orElseThrow(() -> new Refusal(JobRefusal.JOB_UNKNOWN));
    }

    /** The actor's jobs, newest first, one more than a screen when there are more. */
    List<Job> list(Actor by, @Nullable Long before) {
        return mine(JOB + " where" + MINE + """
                          and (cast(:before as bigint) is null or j.id < :before)
                        order by j.id desc limit :limit
                        """, by)
                .param("before", before)
                .param("limit", SCREEN + 1)
                .query((row, n) -> job(row))
                .list();
    }

    private JdbcClient.StatementSpec mine(String sql, Actor by) {
        var accounts = new ArrayList<>(starters.takenOverBy(by));
        accounts.add(by.account());
        return jdbc.sql(sql)
                .param("accounts", accounts)
                .param("administrator", by.is(Role.ADMINISTRATOR))
                .param("office", by.officeText());
    }

    /**
     * Takes the job whose turn it is and keeps others off it until the transaction ends. When the process is killed the
     * lock goes with its connection, and the next one to look takes the job up again.
     */
    Optional<Job> lockNext() {
        return jdbc.sql(JOB + """
                         where j.state in ('WAITING', 'RUNNING')
                         order by j.turn, j.id limit 1
                           for update skip locked
                        """).query((row, n) -> job(row)).optional();
    }

    List<JobRow> piece(Job job, int size) {
        return jdbc.sql("""
                        select line, cells from job.input
                         where job_id = :id and row_no > :done order by row_no limit :size
                        """)
                .param("id", job.id())
                .param("done", job.done())
                .param("size", size)
                .query((row, n) -> new JobRow(row.getInt("line"), texts(row.getArray("cells"))))
                .list();
    }

    /** Writes a piece's results and moves the count, in the piece's own transaction. */
    void write(Job job, List<Outcome> outcomes, JobAct act, Instant at) {
        var number = new int[] {job.done()};
        batch.batchUpdate(
                "insert into job.result (job_id, row_no, outcome, what, sentence, path) values (?, ?, ?, ?, ?, ?)",
                outcomes,
                1000,
                (insert, outcome) -> {
                    insert.setLong(1, job.id());
                    insert.setInt(2, ++number[0]);
                    insert.setString(3, outcome.kind().name());
                    insert.setString(4, outcome.what());
                    insert.setString(5, outcome.sentence());
                    insert.setString(6, outcome.path());
                });
        var running = JobMoves.to(job.state(), JobAct.TAKE);
        var state = JobMoves.to(running, act);
        jdbc.sql("""
                update job.job
                   set state = :state, done = done + :count, failed = failed + :failed,
                       remaining = remaining + :remaining, stumbles = 0,
                       turn = (select coalesce(max(turn), 0) + 1 from job.job where state in ('WAITING', 'RUNNING')),
                       ended_at = :ended
                 where id = :id
                """)
                .param("state", state.name())
                .param("count", outcomes.size())
                .param("failed", count(outcomes, Outcome.Kind.FAILED))
                .param("remaining", count(outcomes, Outcome.Kind.LEFT))
                .param("ended", state.isOpen() ? null : Timestamp.from(at))
                .param("id", job.id())
                .update();
    }

    private static long count(List<Outcome> outcomes, Outcome.Kind kind) {
        return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
    }

    /** The rows that a closed account left, also those that a cancel kept from being named. */
    List<JobRow> remaining(Job job) {
        return jdbc.sql("""
                        select i.line, i.cells from job.input i
                          left join job.result r on r.job_id = i.job_id and r.row_no = i.row_no
                         where i.job_id = :id and coalesce(r.outcome, 'LEFT') = 'LEFT' order by i.row_no
                        """)
                .param("id", job.id())
                .query((row, n) -> new JobRow(row.getInt("line"), texts(row.getArray("cells"))))
                .list();
    }

    /** Once: the second click finds it carried on. */
    void carryOn(Job seen, Job next) {
        int rows = jdbc.sql("update job.job set carried_on_as = :next where id = :id and carried_on_as is null")
                .param("id", seen.id())
                .param("next", next.id())
                .update();
        if (rows == 0) {
            throw new Refusal(JobRefusal.NOT_ANY_MORE);
        }
    }

    /** A piece failed as a whole; at the third time the job stops until somebody resumes it. */
    void stumble(long id, int limit) {
        jdbc.sql("""
                update job.job
                   set stumbles = stumbles + 1,
                       state = case when stumbles + 1 >= :limit then 'STOPPED' else state end,
                       turn = turn + 1
                 where id = :id and state in ('WAITING', 'RUNNING')
                """).param("id", id).param("limit", limit).update();
    }

    /** Moves a job by a person's act; waits for the piece that is under way. */
    void move(Job seen, JobAct act, Instant at) {
        var to = JobMoves.to(seen.state(), act);
        int rows = jdbc.sql("""
                        update job.job set state = :to, stumbles = 0, ended_at = :ended
                         where id = :id and (state = :from or (state = 'RUNNING' and :from = 'WAITING'))
                        """)
                .param("to", to.name())
                .param("from", seen.state().name())
                .param("ended", to == JobState.CANCELLED ? Timestamp.from(at) : null)
                .param("id", seen.id())
                .update();
        if (rows == 0) {
            throw new Refusal(JobRefusal.NOT_ANY_MORE);
        }
    }

    /** Results from a row on, in the order of the file; a limit of 0 means all. */
    List<ResultRow> results(Job job, boolean onlyNotDone, int after, int limit) {
        return jdbc.sql("""
                        select r.row_no, i.line, r.outcome, r.what, r.sentence, r.path, i.cells
                          from job.result r join job.input i on i.job_id = r.job_id and i.row_no = r.row_no
                         where r.job_id = :id and r.row_no > :after
                        """ + (onlyNotDone ? " and r.outcome <> 'DONE'" : "") + " order by r.row_no limit :limit")
                .param("id", job.id())
                .param("after", after)
                .param("limit", limit == 0 ? Integer.MAX_VALUE : limit)
                .query((row, n) -> new ResultRow(
                        row.getInt("row_no"),
                        row.getInt("line"),
                        new Outcome(
                                Outcome.Kind.valueOf(row.getString("outcome")),
                                row.getString("what"),
                                row.getString("sentence"),
                                row.getString("path")),
                        texts(row.getArray("cells"))))
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        var person = row.getObject("person");
        var by = new Actor(
                row.getLong("account"),
                row.getString("account_name"),
                Role.valueOf(row.getString("role")),
                row.getString("office"),
                person == null ? null : ((Number) person).longValue());
        var ended = row.getTimestamp("ended_at");
        return new Job(
                row.getLong("id"),
                row.getString("task"),
                row.getString("title"),
                texts(row.getArray("header")),
                JobState.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("failed"),
                row.getInt("remaining"),
                row.getInt("stumbles"),
                by,
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getObject("carried_on_as", Long.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) array.getArray()));
    }
}
