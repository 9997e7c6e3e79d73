package org.gongkao.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gongkao.DatabaseTest;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JobsDbTest extends DatabaseTest {

    private static final Actor WANG = new Actor(11, "王海", Role.COUNTY_REVIEWER, "agency:410305", null);
    private static final Actor SUN = new Actor(12, "孙敏", Role.COUNTY_REVIEWER, "agency:410311", null);

    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRegister register;

    @Autowired
    private MovingJobs moving;

    @Autowired
    private Audit audit;

    @Autowired
    private PlatformTransactionManager transactions;

    /** Writes each row into the audit, as an act would; a row says by its cell what should happen to it. */
    private class Trial implements Task {

        private final List<String> seen = new ArrayList<>();
        private final List<Boolean> whole = new ArrayList<>();
        private int breakdowns;
        private boolean canBeCarriedOn = true;

        @Override
        public String name() {
            return "trial";
        }

        @Override
        public String label() {
            return "试办";
        }

        @Override
        public int pieceSize() {
            return 3;
        }

        @Override
        public boolean canBeCarriedOn() {
            return canBeCarriedOn;
        }

        @Override
        public void ended(long job, boolean came, Actor by, Instant at) {
            whole.add(came);
        }

        @Override
        public Outcome run(JobRow row, Actor by, Instant at) {
            jdbc.sql("insert into job.job (task, title, header, state, total, account, account_name, role, started_at)"
                            + " values ('effect', :cell, '{}', 'FINISHED', 0, 0, '', 'SYSTEM', now())")
                    .param("cell", row.cell(0))
                    .update();
            seen.add(row.cell(0));
            switch (row.cell(0)) {
                case "refused" -> throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
                case "invalid" -> new Faults().add("name", "请填写姓名。").refuse();
                case "bug" -> throw new IllegalStateException("a bug");
                case "constraint" ->
                    jdbc.sql("insert into job.input values (0, 0, 0, '{}')").update();
                case "kill" -> {
                    if (breakdowns-- > 0) {
                        throw new org.springframework.dao.DataAccessResourceFailureException("the server went away");
                    }
                }
                default -> {}
            }
            return Outcome.done(row.cell(0), "已办理。", "");
        }
    }

    private final Trial trial = new Trial();
    private final Set<String> closesAfter = new HashSet<>();

    /** The starter's account is closed as soon as one of these rows was seen. */
    private final JobStarters starters = new JobStarters() {
        @Override
        public boolean isInUse(Actor starter) {
            return trial.seen.stream().noneMatch(closesAfter::contains);
        }

        @Override
        public List<Long> takenOverBy(Actor successor) {
            return List.of();
        }
    };

    private RunningJobs running() {
        return new RunningJobs(jobs, List.of(trial), starters, clock, audit, transactions);
    }

    private long start(String... cells) {
        var rows = IntStream.range(0, cells.length)
                .mapToObj(i -> new JobRow(i + 2, List.of(cells[i])))
                .toList();
        return new TransactionTemplate(transactions)
                .execute(status -> register.start("trial", "试办", List.of("内容"), rows, WANG, clock.instant()));
    }

    private List<String> effects() {
        return jdbc.sql("select title from job.job where task = 'effect' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void each_row_is_done_once_and_has_its_result() {
        long id = start("a", "b", "c", "d", "e", "f", "g");
        var running = running();
        while (running.runPiece()) {}
        var job = jobs.get(id, WANG);
        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(job.done()).isEqualTo(7);
        assertThat(effects()).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(jobs.results(job, false, 0, 0))
                .extracting(Jobs.ResultRow::line)
                .containsExactly(2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_row_that_is_refused_leaves_nothing_behind_and_troubles_no_neighbour() {
        long id = start("a", "refused", "bug", "b", "constraint", "c");
        var running = running();
        while (running.runPiece()) {}
        var job = jobs.get(id, WANG);
        assertThat(effects()).containsExactly("a", "b", "c");
        assertThat(job.failed()).isEqualTo(3);
        assertThat(jobs.results(job, true, 0, 0))
                .extracting(row -> row.line() + row.outcome().sentence())
                .satisfiesExactly(
                        refused -> assertThat(refused).isEqualTo("3" + CommonRefusal.CHANGED_MEANWHILE.sentence()),
                        bug -> assertThat(bug).startsWith("4这一行办理时出现故障"),
                        constraint -> assertThat(constraint).startsWith("6这一行办理时出现故障"));
    }

    @Test
    void a_refused_row_leaves_one_line_however_often_its_piece_is_done_again_and_a_fault_of_ours_none() {
        trial.breakdowns = 1;
        long id = start("refused", "kill", "invalid", "bug");
        var running = running();
        while (running.runPiece()) {}
        assertThat(trial.seen).containsSubsequence("refused", "kill", "refused", "kill");
        assertThat(jdbc.sql(
                                "select account || ' ' || act || ' ' || subject || ' ' || detail from audit.line where kind = 'REFUSED' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        WANG.account() + " 试办 job:" + id + " 任务 " + id + " 第 2 行："
                                + CommonRefusal.CHANGED_MEANWHILE.sentence(),
                        WANG.account() + " 试办 job:" + id + " 任务 " + id + " 第 4 行：填写有误，没有办理。");
    }

    @Test
    void a_kill_in_the_middle_of_a_piece_neither_repeats_nor_loses_a_row() {
        trial.breakdowns = 1;
        long id = start("a", "b", "c", "d", "kill", "f");
        var running = running();
        while (running.runPiece()) {}
        assertThat(trial.seen).containsExactly("a", "b", "c", "d", "kill", "d", "kill", "f");
        assertThat(effects()).containsExactly("a", "b", "c", "d", "kill", "f");
        assertThat(jobs.get(id, WANG).state()).isEqualTo(JobState.FINISHED);
    }

    @Test
    void a_piece_that_fails_three_times_stops_the_job_until_its_starter_resumes_it() {
        trial.breakdowns = 3;
        long id = start("kill", "b");
        var running = running();
        while (running.runPiece()) {}
        assertThat(jobs.get(id, WANG).state()).isEqualTo(JobState.STOPPED);
        moving.resume(id, WANG, clock.instant());
        while (running.runPiece()) {}
        assertThat(jobs.get(id, WANG).state()).isEqualTo(JobState.FINISHED);
        assertThat(effects()).containsExactly("kill", "b");
    }

    @Test
    void after_a_cancel_what_is_done_stays_and_the_rest_is_left_alone() {
        long id = start("a", "b", "c", "d");
        var running = running();
        running.runPiece();
        moving.cancel(id, WANG, clock.instant());
        assertThat(running.runPiece()).isFalse();
        assertThat(effects()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> moving.cancel(id, WANG, clock.instant())).isInstanceOf(Refusal.class);
    }

    @Test
    void once_the_starters_account_is_closed_no_further_row_is_done_and_each_says_so() {
        closesAfter.add("b");
        long id = start("a", "b", "c", "d", "e");
        var running = running();
        while (running.runPiece()) {}
        var job = jobs.get(id, WANG);
        assertThat(effects()).containsExactly("a", "b");
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.endedAt()).isNotNull();
        assertThat(jobs.results(job, true, 0, 0))
                .extracting(row -> row.line() + row.outcome().sentence())
                .containsExactly("4提交任务的账号已停用，这一行没有办理。", "5提交任务的账号已停用，这一行没有办理。", "6提交任务的账号已停用，这一行没有办理。");
        assertThat(trial.whole).containsExactly(false);
    }

    @Test
    void what_was_left_is_carried_on_once_by_who_holds_the_same_task_in_the_same_office() {
        closesAfter.add("b");
        long id = start("a", "b", "c", "d", "e");
        var running = running();
        while (running.runPiece()) {}
        var carrying = new MovingJobs(jobs, register, audit, List.of(trial));
        assertThat(carrying.canBeCarriedOn(jobs.get(id, WANG), SUN)).isFalse();
        closesAfter.clear();
        long next = inTransaction(() -> carrying.carryOn(id, WANG, clock.instant()));
        assertThatThrownBy(() -> inTransaction(() -> carrying.carryOn(id, WANG, clock.instant())))
                .isInstanceOf(Refusal.class);
        while (running.runPiece()) {}
        assertThat(effects()).containsExactly("a", "b", "c", "d", "e");
        var job = jobs.get(next, WANG);
        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(jobs.results(job, false, 0, 0))
                .extracting(Jobs.ResultRow::line)
                .containsExactly(4, 5, 6);
        assertThat(jobs.get(id, WANG).carriedOnAs()).isEqualTo(next);
    }

    @Test
    void a_task_that_cannot_be_carried_on_is_not() {
        closesAfter.add("a");
        trial.canBeCarriedOn = false;
        long id = start("a", "b");
        var running = running();
        while (running.runPiece()) {}
        var carrying = new MovingJobs(jobs, register, audit, List.of(trial));
        assertThatThrownBy(() -> carrying.carryOn(id, WANG, clock.instant())).isInstanceOf(Refusal.class);
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> act.get()));
    }

    @Test
    void two_nodes_do_not_take_the_same_job() throws InterruptedException {
        start("a", "b", "c");
        var taken = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        var other = Thread.ofVirtual()
                .start(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    assertThat(jobs.lockNext()).isPresent();
                    taken.countDown();
                    await(looked);
                }));
        await(taken);
        assertThat(running().runPiece()).isFalse();
        looked.countDown();
        other.join();
        assertThat(running().runPiece()).isTrue();
    }

    @Test
    void jobs_take_turns_so_a_small_one_does_not_wait_for_a_large_one() {
        long large = start("a", "b", "c", "d", "e", "f", "g");
        long small = start("x");
        var running = running();
        running.runPiece();
        running.runPiece();
        assertThat(jobs.get(small, WANG).state()).isEqualTo(JobState.FINISHED);
        assertThat(jobs.get(large, WANG).done()).isEqualTo(3);
    }

    @Test
    void another_office_does_not_learn_that_the_job_exists() {
        long id = start("a");
        assertThatThrownBy(() -> jobs.get(id, SUN))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().status()).isEqualTo(404));
        assertThat(jobs.list(SUN, null)).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
