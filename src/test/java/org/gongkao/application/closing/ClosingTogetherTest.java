package org.gongkao.application.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.application.closing.Reports.COUNTY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.review.GivenFile;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two at the same report, and a decision that is on its way while the review is closed. */
class ClosingTogetherTest extends DatabaseTest {

    @Autowired
    private GivenFile files;

    @Autowired
    private ReportingReview reporting;

    @Autowired
    private ReceivingReports receiving;

    @Autowired
    private TransactionTemplate transaction;

    private String file = "";

    @BeforeEach
    void given() {
        clock.set("2023-04-11T09:00:00");
        file = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
    }

    private static Figures figures(Conclusion conclusion) {
        return new Figures(List.of(new Figures.Cell(3, "S0201", conclusion, 1)));
    }

    private int close(Conclusion seen) {
        return reporting.close("410305", 0, figures(seen).hash(), "王海", cast.actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void pressed_twice_it_is_one_report() throws Exception {
        var refusals = together(() -> close(Conclusion.UNDECIDED), () -> close(Conclusion.UNDECIDED));
        assertThat(refusals).containsExactly(CommonRefusal.CHANGED_MEANWHILE);
        assertThat(jdbc.sql("select count(*) from application.closing_version")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void of_two_officers_above_one_decides() throws Exception {
        close(Conclusion.UNDECIDED);
        var city = cast.actor(Cast.CITY);
        var refusals = together(() -> receive(ClosingAct.SEND_BACK, city), () -> receive(ClosingAct.REOPEN, city));
        assertThat(refusals).containsExactly(CommonRefusal.CHANGED_MEANWHILE);
        assertThat(jdbc.sql("select count(*) from application.closing_act")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private int receive(ClosingAct act, org.gongkao.shared.Actor city) {
        receiving.receive("410305", 1, act, "扫描件看不清", city, clock.instant());
        return 0;
    }

    @Test
    void a_decision_on_its_way_is_waited_for_and_stands_on_the_list() throws Exception {
        var decided = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var deciding = threads.submit(() -> transaction.executeWithoutResult(status -> {
                files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
                decided.countDown();
                await(commit);
            }));
            assertThat(decided.await(20, TimeUnit.SECONDS)).isTrue();
            var closing = threads.submit(() -> close(Conclusion.APPROVED));
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            commit.countDown();
            deciding.get(20, TimeUnit.SECONDS);
            assertThat(closing.get(20, TimeUnit.SECONDS)).isOne();
        }
        assertThat(jdbc.sql("select conclusion from application.closing_line")
                        .query(String.class)
                        .single())
                .isEqualTo("APPROVED");
    }

    @Test
    void of_closing_and_deciding_together_never_both_happen_past_each_other() throws Exception {
        var refusals = together(() -> close(Conclusion.UNDECIDED), () -> {
            files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
            return 0;
        });
        assertThat(refusals).hasSize(1);
        assertThat(refusals.getFirst()).isIn(ClosingRefusal.REVIEW_CLOSED, CommonRefusal.CHANGED_MEANWHILE);
        boolean closed = refusals.getFirst() == ClosingRefusal.REVIEW_CLOSED;
        assertThat(files.state(file)).isEqualTo(closed ? "IN_REVIEW" : "PAYMENT_DUE");
        assertThat(new Reports(mvc, cast).body(Cast.COUNTY, COUNTY)).contains(closed ? "已上报" : "未上报");
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does both at the same moment; gives the reasons of those who were refused. */
    private static List<Reason> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var go = new CountDownLatch(1);
        var refusals = new ArrayList<Reason>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var sent = new ArrayList<java.util.concurrent.Future<?>>();
            for (var act : List.of(one, other)) {
                sent.add(threads.submit(() -> {
                    go.await();
                    return act.call();
                }));
            }
            go.countDown();
            for (var each : sent) {
                try {
                    each.get(30, TimeUnit.SECONDS);
                } catch (java.util.concurrent.ExecutionException failed) {
                    if (failed.getCause() instanceof Refusal refusal) {
                        refusals.add(refusal.reason());
                    } else {
                        throw failed;
                    }
                }
            }
        }
        return refusals;
    }
}
