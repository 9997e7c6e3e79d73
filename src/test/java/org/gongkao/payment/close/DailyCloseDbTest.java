package org.gongkao.payment.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkao.payment.close.GivenMoney.DAY;
import static org.gongkao.payment.close.GivenMoney.OFFICER;
import static org.gongkao.payment.close.GivenMoney.SECOND;
import static org.gongkao.payment.close.GivenMoney.line;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.ClosingDays;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.payment.GivenChannel;
import org.gongkao.shared.Money;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** A day is held against the channel's statement and the treasury's figures, and closed for good. */
@NullUnmarked
class DailyCloseDbTest extends DatabaseTest {

    @Autowired
    private GivenMoney given;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private ClosingDay closing;

    @Autowired
    private ClosingDays ledger;

    @Autowired
    private Bookkeeping book;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private HandlingDifferences handling;

    @Autowired
    private DifferenceRows rows;

    @Autowired
    private StatementsDue due;

    @Autowired
    private TransactionTemplate transaction;

    private Instant next = Instant.EPOCH;

    @BeforeEach
    void anew() {
        channel.forget();
        clock.set("2023-04-11T09:00:00");
        next = clock.instant();
    }

    @Test
    void a_day_on_which_all_agrees_closes_and_takes_no_more_entries() {
        var order = given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next, line(order, "2023-04-10T09:00:00"));
        given.fiscal(DAY, "FS-000001", "365.00", next);
        assertThat(differences()).isEmpty();
        var closed = closing.close(DAY, OFFICER, next);
        assertThat(closed.number()).isOne();
        assertThat(closed.hash()).hasSize(64);
        assertThat(jdbc.sql("select sum(amount_fen)::bigint from ledger.day_sum where account = 'CHANNEL'")
                        .query(Long.class)
                        .single())
                .isEqualTo(36_500);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into ledger.entry (source, kind, booked_on, posted_at, account_id)
                        values ('late', 'RECEIPT', '2023-04-10', now(), 0)""").update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into ledger.line (entry_id, place, account, amount_fen)
                        select id, 3, 'CHANNEL', 1 from ledger.entry where booked_on = '2023-04-10' limit 1""").update())
                .as("nor a line of an old entry")
                .rootCause()
                .hasMessageContaining("is closed");
    }

    @Test
    void a_message_for_a_closed_day_is_booked_today_and_keeps_its_paid_time() {
        var order = given.order("a", "2023-04-10T23:59:50");
        given.statement(DAY, next, line(order, "2023-04-10T23:59:58"));
        assertThat(differences()).containsExactly("MISSING_HERE 2023-04-10 OPEN 36500");
        given.fiscal(DAY, "FS-000001", "365.00", next);
        closing.close(DAY, OFFICER, next);
        given.tell(order, "2023-04-10T23:59:58", "2023-04-10T23:59:59");
        assertThat(jdbc.sql("select distinct booked_on from ledger.v_line where kind = 'RECEIPT'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(DAY.plusDays(1));
        assertThat(jdbc.sql("select paid_at from payment.receipt")
                        .query(Instant.class)
                        .single())
                .isEqualTo(GivenMoney.at("2023-04-10T23:59:58"));
        reconciling.reconcile(GivenMoney.at("2023-04-12T09:00:00"));
        assertThat(differences())
                .contains("MISSING_HERE 2023-04-10 SETTLED 36500", "DAY 2023-04-11 EXPLAINED -36500")
                .noneMatch(row -> row.startsWith("DAY 2023-04-10"));
        assertThat(rows.unsettled().sum()).as("no difference in money").isEqualTo(Money.ZERO);
        assertThat(jdbc.sql("select note from payment.difference where kind = 'MISSING_HERE'")
                        .query(String.class)
                        .single())
                .isEqualTo("对应的一方已到，金额一致，系统自动了结。");
    }

    @Test
    void paid_before_midnight_and_told_after_is_explained_by_itself_on_both_days() {
        var order = given.order("a", "2023-04-10T23:59:50");
        given.tell(order, "2023-04-10T23:59:58", "2023-04-11T00:00:03");
        given.statement(DAY, GivenMoney.at("2023-04-12T09:00:00"), line(order, "2023-04-10T23:59:58"));
        assertThat(differences())
                .containsExactlyInAnyOrder("DAY 2023-04-10 EXPLAINED 36500", "DAY 2023-04-11 EXPLAINED -36500");
        assertThat(rows.unsettled()).isEqualTo(new DifferenceRows.Unsettled(0, 0, Money.ZERO));
    }

    @Test
    void each_kind_of_difference_is_found_with_its_money_and_a_suggestion() {
        given.pay("a", "2023-04-10T09:00:00");
        var wrong = given.pay("b", "2023-04-10T10:00:00");
        given.statement(
                DAY,
                next,
                line("T-" + wrong.number(), wrong.number(), Money.yuan(300), "2023-04-10T10:00:00"),
                line("T-unknown", null, Money.yuan(20), "2023-04-10T11:00:00"));
        given.fiscal(DAY, "FS-000001", "1000.00", next);
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "MISSING_THERE 2023-04-10 OPEN -36500",
                        "AMOUNT 2023-04-10 OPEN -6500",
                        "MISSING_HERE 2023-04-10 OPEN 2000",
                        "FISCAL_AMOUNT 2023-04-10 OPEN 27000");
        assertThat(rows.unsettled().sum()).isEqualTo(new Money(36_500 + 6_500 + 2_000 + 27_000));
        assertThat(rows.of(DAY, 10))
                .allSatisfy(one -> assertThat(one.suggestion()).endsWith("。").hasSizeGreaterThan(10));
    }

    @Test
    void a_message_that_was_lost_is_asked_for_when_the_statement_tells_of_its_money() {
        var order = given.order("a", "2023-04-10T09:00:00");
        channel.says(order.number(), GivenMoney.answer(order, "2023-04-10T09:00:05"));
        given.statement(DAY, next, line(order, "2023-04-10T09:00:05"));
        assertThat(jdbc.sql("select state from payment.charge")
                        .query(String.class)
                        .single())
                .isEqualTo("SETTLED");
        assertThat(differences())
                .as("booked the day after, and so said")
                .containsExactlyInAnyOrder("DAY 2023-04-10 EXPLAINED 36500", "DAY 2023-04-11 EXPLAINED -36500");
    }

    @Test
    void what_the_next_days_statement_brings_heals_by_itself() {
        var order = given.pay("a", "2023-04-10T23:59:59");
        given.statement(DAY, next);
        assertThat(differences()).containsExactly("MISSING_THERE 2023-04-10 OPEN -36500");
        given.statement(DAY.plusDays(1), GivenMoney.at("2023-04-12T09:00:00"), line(order, "2023-04-11T00:00:01"));
        assertThat(differences())
                .contains("MISSING_THERE 2023-04-10 SETTLED -36500")
                .anyMatch(row -> row.startsWith("DAY 2023-04-10"));
    }

    @Test
    void a_day_closes_only_when_it_is_over_in_order_and_with_its_sources() {
        given.pay("a", "2023-04-10T09:00:00");
        refused(CloseRefusal.DAY_NOT_OVER, () -> closing.close(DAY.plusDays(1), OFFICER, next));
        refused(CloseRefusal.SOURCES_LACKING, () -> closing.close(DAY, OFFICER, next));
        refused(
                CloseRefusal.NOT_IN_ORDER,
                () -> closing.close(DAY.plusDays(1), OFFICER, GivenMoney.at("2023-04-12T09:00:00")));
        refused(CloseRefusal.NO_SUCH_DAY, () -> closing.close(DAY.minusDays(3), OFFICER, next));
        assertThat(count("ledger.closed_day")).isZero();
        assertThat(count("payment.closed_source")).isZero();
    }

    @Test
    void who_named_a_source_absent_does_not_close_under_another_account() {
        var order = given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next, line(order, "2023-04-10T09:00:00"));
        closing.nameAbsent(DAY, "FISCAL", "财政系统升级，次日补报", cast.actor(Cast.FINANCE), next);
        var again = cast.again(Cast.FINANCE);
        refused(CloseRefusal.SAME_PERSON, () -> closing.close(DAY, again, next));
        closing.close(DAY, cast.actor(Cast.SECOND_FINANCE), next);
    }

    @Test
    void a_source_that_cannot_be_had_is_named_by_one_and_closed_without_by_another() {
        var order = given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next, line(order, "2023-04-10T09:00:00"));
        refused(CloseRefusal.WORDS_MISSING, () -> closing.nameAbsent(DAY, "FISCAL", " ", OFFICER, next));
        refused(CloseRefusal.SOURCE_THERE, () -> closing.nameAbsent(DAY, "WECHAT", "没有", OFFICER, next));
        refused(CloseRefusal.NO_SUCH_SOURCE, () -> closing.nameAbsent(DAY, "ALIPAY", "没有", OFFICER, next));
        closing.nameAbsent(DAY, "FISCAL", "财政系统升级，次日补报", OFFICER, next);
        refused(CloseRefusal.NAMED_ALREADY, () -> closing.nameAbsent(DAY, "FISCAL", "再说一次", SECOND, next));
        refused(CloseRefusal.SAME_PERSON, () -> closing.close(DAY, OFFICER, next));
        closing.close(DAY, SECOND, next);
        assertThat(differences()).containsExactly("FISCAL_MISSING 2023-04-10 OPEN -36500");
        given.fiscal(DAY, "FS-000001", "365.00", next);
        assertThat(differences())
                .as("the figures came after the close")
                .containsExactly("FISCAL_MISSING 2023-04-10 SETTLED -36500");
        assertThat(jdbc.sql("select booked_on from ledger.entry where kind = 'REMITTED'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(DAY.plusDays(1));
        refused(CloseRefusal.CLOSED_ALREADY, () -> closing.close(DAY, SECOND, next));
    }

    @Test
    void a_statement_that_comes_after_the_close_shows_what_it_brings_on_the_first_open_day() {
        given.pay("a", "2023-04-10T09:00:00");
        given.fiscal(DAY, "FS-000001", "365.00", next);
        closing.nameAbsent(DAY, "WECHAT", "渠道停机", OFFICER, next);
        closing.close(DAY, SECOND, next);
        given.statement(DAY, next, line("T-x", null, Money.yuan(5), "2023-04-10T09:00:00"));
        assertThat(differences())
                .containsExactlyInAnyOrder("MISSING_THERE 2023-04-11 OPEN -36500", "MISSING_HERE 2023-04-11 OPEN 500");
    }

    @Test
    void a_refund_is_known_on_both_sides_by_our_number_of_it() {
        var order = given.pay("a", "2023-04-10T09:00:00");
        refunded("R0000000000000001", Money.yuan(100));
        refunded("R0000000000000002", Money.yuan(50));
        given.statement(
                DAY,
                next,
                line(order, "2023-04-10T09:00:00"),
                out("CH-1", "R0000000000000001", Money.yuan(100)),
                out("CH-3", "R0000000000000003", Money.yuan(7)));
        assertThat(differences())
                .containsExactlyInAnyOrder("MISSING_THERE 2023-04-10 OPEN -5000", "MISSING_HERE 2023-04-10 OPEN 700");
        assertThat(rows.of(DAY, 9))
                .allSatisfy(one -> assertThat(one.suggestion()).contains("退款"));
    }

    private static StatementLine out(String transaction, String number, Money amount) {
        return new StatementLine(
                StatementLine.Kind.OUT, transaction, number, amount, GivenMoney.at("2023-04-10T12:00:00"), null);
    }

    private void refunded(String number, Money amount) {
        transaction.executeWithoutResult(status -> book.post(
                Posting.of(
                        number,
                        EntryKind.REFUND_PAID,
                        LedgerAccount.REFUND_DUE,
                        LedgerAccount.CHANNEL,
                        amount,
                        new Posting.About(ChannelCode.WECHAT, "GRADING", null, number, null, null)),
                OFFICER,
                GivenMoney.at("2023-04-10T12:00:00")));
    }

    @Test
    void a_broken_statement_is_listed_with_its_problems_and_nothing_of_it_is_taken() {
        given.pay("a", "2023-04-10T09:00:00");
        channel.says(DAY, new StatementAnswer.Broken(List.of("第 3 行金额不是数字。", "第 5 行缺列。")));
        given.statement(DAY.minusDays(1), next);
        assertThat(due.list(DAY)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(StatementsDue.State.BROKEN);
            assertThat(one.problems()).containsExactly("第 3 行金额不是数字。", "第 5 行缺列。");
        });
        assertThat(count("payment.statement where channel = 'WECHAT'")).isZero();
        refused(CloseRefusal.SOURCES_LACKING, () -> closing.close(DAY, OFFICER, next));
    }

    @Test
    void who_is_told_not_yet_asks_later_and_later() {
        given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY.minusDays(1), next);
        assertThat(due.list(DAY).getFirst().state()).isEqualTo(StatementsDue.State.WAITING);
        var first = jdbc.sql(
                        "select extract(epoch from ask_at - now()) from payment.statement_due where day = '2023-04-10'")
                .query(Double.class)
                .single();
        jdbc.sql("update payment.statement_due set ask_at = now() where day = '2023-04-10'")
                .update();
        given.statement(DAY.minusDays(1), next);
        var second = jdbc.sql(
                        "select extract(epoch from ask_at - now()) from payment.statement_due where day = '2023-04-10'")
                .query(Double.class)
                .single();
        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void finance_explains_settles_and_gives_away_and_each_act_has_its_line() {
        given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next);
        long id = rows.of(DAY, 1).getFirst().id();
        refused(CloseRefusal.WORDS_MISSING, () -> handling.explain(id, " ", false, OFFICER, next));
        refused(CloseRefusal.WORDS_MISSING, () -> handling.explain(id, "很".repeat(501), true, OFFICER, next));
        refused(CloseRefusal.NO_SUCH_OFFICER, () -> handling.assign(id, 1L, OFFICER, next));
        long colleague = handling.officers().keySet().iterator().next();
        handling.assign(id, colleague, OFFICER, next);
        handling.explain(id, "渠道次日补列", false, OFFICER, next);
        reconciling.reconcile(next);
        assertThat(rows.of(DAY, 1).getFirst())
                .satisfies(one -> assertThat(one.state()).isEqualTo(DifferenceState.EXPLAINED))
                .satisfies(one -> assertThat(one.owner()).isEqualTo(colleague));
        handling.explain(id, "渠道来函确认", true, SECOND, next);
        reconciling.reconcile(next);
        assertThat(rows.of(DAY, 1).getFirst().state())
                .as("a person's word stands")
                .isEqualTo(DifferenceState.SETTLED);
        refused(CloseRefusal.NOTHING_TO_DO, () -> handling.explain(id, "再说", false, OFFICER, next));
        refused(CloseRefusal.NOTHING_TO_DO, () -> handling.assign(id, null, OFFICER, next));
        assertThat(jdbc.sql("select act from payment.difference_act order by id")
                        .query(String.class)
                        .list())
                .containsExactly("FIND", "ASSIGN", "EXPLAIN", "SETTLE");
    }

    @Test
    void of_two_who_close_at_once_one_is_told_that_it_is_done() throws Exception {
        var order = given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next, line(order, "2023-04-10T09:00:00"));
        given.fiscal(DAY, "FS-000001", "365.00", next);
        var both = List.of(attempt(OFFICER), attempt(SECOND));
        var said = List.of(both.get(0).get(30, TimeUnit.SECONDS), both.get(1).get(30, TimeUnit.SECONDS));
        assertThat(said).containsExactlyInAnyOrder("closed", CloseRefusal.CLOSED_ALREADY.name());
        assertThat(count("ledger.closed_day")).isOne();
    }

    @Test
    void of_two_who_compare_at_once_the_second_waits_and_finds_nothing_twice() throws Exception {
        given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next);
        given.breaks("delete from payment.difference_act; delete from payment.difference");
        var compared = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            reconciling.reconcile(next);
            compared.countDown();
            await(go);
        }));
        assertThat(compared.await(20, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.runAsync(() -> reconciling.reconcile(next));
        assertThatThrownBy(() -> second.get(700, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        go.countDown();
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);
        assertThat(differences()).containsExactly("MISSING_THERE 2023-04-10 OPEN -36500");
        assertThat(count("payment.difference_act")).isOne();
    }

    private CompletableFuture<String> attempt(org.gongkao.shared.Actor officer) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                closing.close(DAY, officer, next);
                return "closed";
            } catch (Refusal refusal) {
                return refusal.reason().name();
            }
        });
    }

    @Test
    void who_closes_waits_for_a_message_that_is_being_booked_and_a_later_one_goes_to_the_open_day() throws Exception {
        var first = given.pay("a", "2023-04-10T09:00:00");
        var second = given.order("b", "2023-04-10T23:59:58");
        given.statement(DAY, next, line(first, "2023-04-10T09:00:00"), line(second, "2023-04-10T23:59:59"));
        given.fiscal(DAY, "FS-000001", "730.00", next);
        var booked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var message = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            given.tell(second, "2023-04-10T23:59:59", "2023-04-10T23:59:59");
            booked.countDown();
            await(go);
        }));
        assertThat(booked.await(20, TimeUnit.SECONDS)).isTrue();
        var close = attempt(OFFICER);
        assertThatThrownBy(() -> close.get(700, TimeUnit.MILLISECONDS))
                .as("the close waits for the message")
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        go.countDown();
        message.get(20, TimeUnit.SECONDS);
        assertThat(close.get(20, TimeUnit.SECONDS)).isEqualTo("closed");
        assertThat(ledger.find(DAY).orElseThrow().entries()).as("both receipts").isEqualTo(2);
        assertThat(rows.unsettled().count()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_close_that_dies_in_the_middle_leaves_the_day_open() {
        var order = given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, next, line(order, "2023-04-10T09:00:00"));
        given.fiscal(DAY, "FS-000001", "365.00", next);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    closing.close(DAY, OFFICER, next);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(count("ledger.closed_day") + count("ledger.day_sum") + count("payment.closed_source"))
                .isZero();
        closing.close(DAY, OFFICER, next);
    }

    private void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private List<String> differences() {
        return jdbc.sql("""
                        select kind || ' ' || day || ' ' || state || ' ' || (theirs_fen - ours_fen) from payment.difference order by id
                        """).query(String.class).list();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
