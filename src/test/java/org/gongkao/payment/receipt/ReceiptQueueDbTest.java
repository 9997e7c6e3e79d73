package org.gongkao.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.payment.GivenChannel;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What the queue makes of what happens to a charge and of what the issuer says. */
class ReceiptQueueDbTest extends DatabaseTest {

    @Autowired
    private GivenReceipts given;

    @Autowired
    private GivenIssuer issuer;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private IssuingReceipts issuing;

    @Autowired
    private AskingIssuer asking;

    @Autowired
    private TakingAnswers taking;

    @Autowired
    private ReceiptRows rows;

    @Autowired
    private Files files;

    @Autowired
    private org.gongkao.shared.MachineClock machine;

    @BeforeEach
    void anew() {
        channel.forget();
        issuer.forget();
        clock.set("2023-04-10T09:00:00");
    }

    @Test
    void a_settled_charge_has_one_receipt_however_often_it_is_told() {
        long charge = paid();
        given.paidAgain(charge);
        given.paidAgain(charge);
        assertThat(given.count(charge)).isOne();
        given.work();
        given.paidAgain(charge);
        assertThat(given.work()).as("nothing is left to ask").isZero();
        assertThat(issuer.made()).isOne();
        var receipt = given.last(charge);
        assertThat(receipt.state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(receipt.payer()).isEqualTo("陈立民");
        assertThat(receipt.title()).isEqualTo("等级考核费");
        assertThat(receipt.amount()).isEqualTo(Money.yuan(380));
        assertThat(rows.parts(receipt))
                .containsExactly(new FeePart("报名考试费", Money.yuan(60)), new FeePart("培训费", Money.yuan(320)));
    }

    @Test
    void the_four_fields_and_the_document_are_kept_as_they_came() {
        long charge = paid();
        given.work();
        var document = document(charge);
        assertThat(document.code()).isEqualTo(GivenIssuer.CODE);
        assertThat(document.number()).isEqualTo(GivenIssuer.number(1));
        assertThat(document.checkCode()).isEqualTo("AB12CD");
        assertThat(files.read(new FileId(document.file()))).isEqualTo(GivenIssuer.PDF);
        assertThat(files.card(new FileId(document.file())).sha256()).isEqualTo(document.hash());
        assertThat(jdbc.sql("select state from file.file where id = :id")
                        .param("id", document.file())
                        .query(String.class)
                        .single())
                .isEqualTo("CLAIMED");
    }

    @Test
    void killed_between_the_question_and_the_answer_it_is_asked_again_and_there_is_one_receipt() {
        long charge = paid();
        var asked = asking.begin(given.last(charge).number()).orElseThrow();
        issuer.issue(((AskingIssuer.Asked.ToIssue) asked).request()); // answered to nobody
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ASKED);
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(issuer.asked()).containsExactly(asked.number(), asked.number());
        assertThat(issuer.made()).isOne();
    }

    @Test
    void an_issuer_that_gives_no_answer_or_is_still_working_is_asked_again_later_and_later() {
        long charge = paid();
        issuer.says(
                new FiscalAnswer.NoAnswer("超时"),
                new FiscalAnswer.Working(),
                new FiscalAnswer.NoAnswer("超时"),
                new FiscalAnswer.Working());
        long before = 0;
        for (int i = 0; i < 4; i++) {
            given.work();
            assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ASKED);
            long pause = pause(charge);
            assertThat(pause).isGreaterThanOrEqualTo(Math.max(59, before - 1));
            before = pause;
        }
        assertThat(before).as("the pauses grow").isGreaterThan(100);
        assertThat(issuing.issueDue(clock.instant()))
                .as("it is nobody's turn yet")
                .isZero();
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(issuer.asked()).hasSize(5).containsOnly(given.last(charge).number() + "I1");
    }

    @Test
    void what_the_issuer_refuses_waits_for_finance_with_the_reason() {
        long charge = paid();
        issuer.says(new FiscalAnswer.Refused("项目编码未启用"));
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.REFUSED);
        assertThat(given.last(charge).refused()).isEqualTo("项目编码未启用");
        assertThat(given.work()).as("nobody asks by itself again").isZero();
    }

    @Test
    void a_receipt_of_another_amount_or_payer_or_without_its_fields_is_not_taken() {
        long charge = paid();
        lies(charge, Money.yuan(3_800), "陈立民", "AB12CD", "金额 ¥3,800.00 与应开金额 ¥380.00 不符");
        jdbc.sql("update payment.fiscal_receipt set state = 'ASKED', refused = null, ask_at = now()")
                .update();
        lies(charge, Money.yuan(380), "陈立明", "AB12CD", "付款人");
        jdbc.sql("update payment.fiscal_receipt set state = 'ASKED', refused = null, ask_at = now()")
                .update();
        lies(charge, Money.yuan(380), "陈立民", "", "不完整");
        assertThat(jdbc.sql("select count(*) from file.file where state = 'CLAIMED'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void lies(long charge, Money amount, String payer, String check, String sentence) {
        issuer.says(
                new FiscalAnswer.Issued(GivenIssuer.CODE, "1", check, payer, amount, clock.instant(), GivenIssuer.PDF));
        given.work();
        var receipt = given.last(charge);
        assertThat(receipt.state()).isEqualTo(ReceiptState.REFUSED);
        assertThat(receipt.refused()).contains(sentence);
        assertThat(receipt.document()).isNull();
    }

    @Test
    void a_number_that_another_receipt_has_is_not_taken() {
        long first = paid();
        given.work();
        long second = given.paid("k2", cast.actor(Cast.CITY_WORKER));
        issuer.says(new FiscalAnswer.Issued(
                GivenIssuer.CODE,
                document(first).number(),
                "AB12CD",
                "赵桂英",
                Money.yuan(380),
                clock.instant(),
                GivenIssuer.PDF));
        given.work();
        assertThat(given.last(second).state()).isEqualTo(ReceiptState.REFUSED);
        assertThat(given.last(second).refused()).contains("已属于另一笔缴费");
    }

    @Test
    void a_second_number_for_the_same_request_is_told_to_finance_and_the_first_is_kept() {
        long charge = paid();
        given.work();
        var request = issuer.last();
        issuing.take(request.number(), issuer.issued(request, 1), clock.instant());
        assertThat(given.last(charge).doubt()).as("the same again").isNull();
        issuing.take(request.number(), issuer.issued(request, 77), clock.instant());
        assertThat(given.last(charge).doubt()).contains(GivenIssuer.number(77), "已保留先收到的一张");
        assertThat(document(charge).number()).isEqualTo(GivenIssuer.number(1));
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
    }

    @Test
    void a_document_that_cannot_be_opened_is_asked_for_again() {
        long charge = paid();
        issuer.says(new FiscalAnswer.Issued(
                GivenIssuer.CODE,
                GivenIssuer.number(1),
                "AB12CD",
                "陈立民",
                Money.yuan(380),
                clock.instant(),
                "没有文件".getBytes(StandardCharsets.UTF_8)));
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ASKED);
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
    }

    @Test
    void all_of_the_money_back_takes_the_receipt_back() {
        long charge = paid();
        given.work();
        given.refunded(charge, Money.ZERO);
        given.refunded(charge, Money.ZERO);
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.RED_ASKED);
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.RED_MARKED);
        assertThat(given.last(charge).red()).isNotNull();
        given.refunded(charge, Money.ZERO);
        assertThat(given.count(charge)).as("nothing is issued anew").isOne();
        assertThat(issuer.asked()).hasSize(2);
    }

    @Test
    void part_of_the_money_back_has_what_is_left_issued_anew() {
        long charge = paid();
        given.work();
        long first = given.last(charge).id();
        given.refunded(charge, Money.yuan(320));
        given.work();
        given.work();
        var anew = given.last(charge);
        assertThat(anew.replaces()).isEqualTo(first);
        assertThat(anew.state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(anew.amount()).isEqualTo(Money.yuan(320));
        assertThat(rows.parts(anew)).containsExactly(new FeePart("等级考核费（扣除已退部分）", Money.yuan(320)));
        given.refunded(charge, Money.yuan(320));
        assertThat(given.last(charge).state()).as("the same news again").isEqualTo(ReceiptState.ISSUED);
        assertThat(given.count(charge)).isEqualTo(2);
    }

    @Test
    void news_of_two_refunds_in_the_wrong_order_leave_what_the_later_one_leaves() {
        long charge = paid();
        given.work();
        given.refunded(charge, Money.yuan(100));
        given.refunded(charge, Money.yuan(320));
        given.work();
        given.work();
        assertThat(given.last(charge).amount()).isEqualTo(Money.yuan(100));
    }

    @Test
    void money_that_goes_back_before_the_issuer_was_asked_needs_no_red_mark() {
        long all = paid();
        given.refunded(all, Money.ZERO);
        assertThat(given.last(all).state()).isEqualTo(ReceiptState.DROPPED);
        long part = given.paid("k2", cast.actor(Cast.CITY_WORKER));
        given.refunded(part, Money.yuan(60));
        assertThat(given.last(part).amount()).isEqualTo(Money.yuan(60));
        given.work();
        assertThat(issuer.asked()).containsExactly(given.last(part).number() + "I1");
    }

    @Test
    void money_that_goes_back_while_nobody_knows_has_the_receipt_taken_back_once_it_is_there() {
        long charge = paid();
        issuer.says(new FiscalAnswer.Working());
        given.work();
        given.refunded(charge, Money.yuan(60));
        assertThat(given.last(charge).state())
                .as("whether there is a receipt is not known")
                .isEqualTo(ReceiptState.ASKED);
        given.work();
        given.work();
        assertThat(issuer.asked()).extracting(request -> request.charAt(17)).containsExactly('I', 'I', 'R', 'I');
        assertThat(given.last(charge).amount()).isEqualTo(Money.yuan(60));
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
    }

    @Test
    void a_refund_whose_news_are_faster_than_those_of_the_payment_has_its_receipt_too() {
        long charge = given.settledUnnoticed("k1", cast.actor(Cast.WORKER));
        given.refunded(charge, Money.yuan(60));
        given.paidAgain(charge);
        assertThat(given.last(charge).amount()).isEqualTo(Money.yuan(60));
        assertThat(given.count(charge)).isEqualTo(2);
    }

    @Test
    void without_an_issuer_the_queue_waits() {
        long charge = paid();
        var none = new StaticListableBeanFactory().getBeanProvider(org.gongkao.payment.FiscalReceiptIssuer.class);
        var waiting = new IssuingReceipts(none, rows, asking, taking, files, machine);
        assertThat(waiting.isConnected()).isFalse();
        assertThat(waiting.issueDue(clock.instant())).isZero();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.QUEUED);
        assertThatThrownBy(() -> waiting.query("P2023041000000001I1", clock.instant()))
                .hasMessageContaining("NO_ISSUER");
    }

    @Test
    void each_of_those_for_whom_a_unit_paid_has_a_receipt_in_the_own_name() {
        given.paidByUnit(
                CastSeeds.COUNTY_UNIT, cast.actor(Cast.UNIT), cast.actor(Cast.WORKER), cast.actor(Cast.CITY_WORKER));
        given.work();
        assertThat(jdbc.sql(
                                "select payer || ' ' || amount_fen from payment.fiscal_receipt where state = 'ISSUED' order by id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("陈立民 38000", "赵桂英 38000");
    }

    @Test
    void a_unit_that_paid_for_textbooks_has_the_receipt_in_its_name() {
        long charge = given.paidForTextbooks("books", CastSeeds.COUNTY_UNIT, cast.actor(Cast.UNIT));
        given.work();
        assertThat(given.last(charge).payer()).isEqualTo("洛阳市涧西区实验幼儿园");
        assertThat(given.last(charge).title()).isEqualTo("教材费");
    }

    private long paid() {
        return given.paid("k1", cast.actor(Cast.WORKER));
    }

    private FiscalReceipt.Document document(long charge) {
        var document = given.last(charge).document();
        if (document == null) {
            throw new AssertionError("no document");
        }
        return document;
    }

    private long pause(long charge) {
        var at = jdbc.sql("select ask_at from payment.fiscal_receipt where charge_id = :charge")
                .param("charge", charge)
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        return at.getEpochSecond() - machine.instant().getEpochSecond();
    }
}
