package org.gongkao.payment.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.payment.close.GivenMoney.DAY;
import static org.gongkao.payment.close.GivenMoney.OFFICER;
import static org.gongkao.payment.close.GivenMoney.line;

import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.Settling;
import org.gongkao.shared.Money;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code --verify-payments} says: nothing when all is well, and of each thing that somebody broke its one sentence. */
@NullUnmarked
class PaymentInvariantsDbTest extends DatabaseTest {

    @Autowired
    private GivenMoney given;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private CheckingPayments checking;

    @Autowired
    private ClosingDay closing;

    @Autowired
    private Settling settling;

    @BeforeEach
    void a_closed_day_with_a_receipt_an_unclear_payment_and_a_remittance() {
        channel.forget();
        clock.set("2023-04-11T09:00:00");
        var order = given.pay("a", "2023-04-10T09:00:00");
        var other = given.order("b", "2023-04-10T10:00:00");
        settling.take(
                other.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(
                        other.number(), "T-b", Money.yuan(1), other.payer(), GivenMoney.at("2023-04-10T10:00:00")),
                GivenMoney.at("2023-04-10T10:00:00"));
        given.statement(
                DAY,
                clock.instant(),
                line(order, "2023-04-10T09:00:00"),
                line("T-b", other.number(), Money.yuan(1), "2023-04-10T10:00:00"),
                line("T-x", null, Money.yuan(2), "2023-04-10T11:00:00"));
        given.fiscal(DAY, "FS-000001", "365.00", clock.instant());
        closing.close(DAY, OFFICER, clock.instant());
        given.pay("c", "2023-04-11T08:00:00");
    }

    @Test
    void when_all_is_well_there_is_nothing_to_say() {
        assertThat(checking.faults()).isEmpty();
    }

    @Test
    void a_line_of_the_bank_that_nobody_could_match_is_in_the_book_and_no_fault() {
        given.breaks("""
                with e as (insert into ledger.entry (source, kind, booked_on, posted_at, account_id)
                           values ('transfer:1', 'UNCLEAR', '2023-04-11', now(), 0) returning id)
                insert into ledger.line (entry_id, place, account, amount_fen, channel)
                select e.id, l.place, l.account, l.fen, 'TRANSFER'
                  from e cross join (values (1, 'CHANNEL', 500), (2, 'UNCLEAR', -500)) l (place, account, fen)
                """);
        assertThat(checking.faults()).isEmpty();
    }

    @Test
    void an_entry_that_does_not_sum_to_zero_is_named() {
        given.breaks("update ledger.line set amount_fen = amount_fen + 5 where account = 'INCOME' and entry_id ="
                + " (select max(entry_id) from ledger.line)");
        said("借贷不平，差 ¥0.05", "全部分录合计不为零，差 ¥0.05");
    }

    @Test
    void an_entry_without_its_lines_is_named() {
        given.breaks("delete from ledger.line where entry_id = (select max(entry_id) from ledger.line)");
        said("不足两行", "的到账没有如数记账", "渠道待结算款账上为");
    }

    @Test
    void a_settled_charge_without_its_receipt_is_named() {
        given.breaks("delete from payment.receipt where charge_id = (select max(charge_id) from payment.receipt)");
        said("已缴费而没有到账记录", "渠道待结算款账上为");
    }

    @Test
    void a_receipt_of_a_charge_that_is_not_settled_or_of_another_amount_is_named() {
        given.breaks("update payment.charge set state = 'OPEN', settled_at = null where purpose_key = 'c'");
        said("有到账记录而不是已缴费");
        given.breaks("update payment.receipt set amount_fen = 1 where charge_id ="
                + " (select id from payment.charge where purpose_key = 'c')");
        said("到账金额与应缴金额不符");
    }

    @Test
    void a_settled_charge_without_a_purpose_is_named() {
        given.breaks("update payment.charge set purpose_key = ' ' where purpose_key = 'c'");
        said("没有唯一的缴费事由");
    }

    @Test
    void a_charge_that_was_replaced_although_not_all_of_it_went_back_is_named() {
        given.breaks("update payment.charge set replaced_at = now() where purpose_key = 'c'");
        said("没有唯一的缴费事由", "没有全部退回，却另开了缴费单");
    }

    @Test
    void a_message_of_which_nothing_could_be_made_is_named() {
        given.breaks("""
                with n as (insert into payment.notification (received_at, business_at, verdict, channel, message_id, order_number,
                                                             body_hash, body_bytes)
                           values (now(), now(), 'TAKEN', 'WECHAT', 'm', 'O_1', '', 0) returning id)
                insert into payment.kept_message (notification_id, said, due_at, tried)
                select id, '{}', 'infinity', 1 from n""");
        said("订单 O_1 的渠道通知已收到而没有处理成功");
    }

    @Test
    void an_unclear_payment_that_is_not_booked_is_named() {
        given.breaks("update payment.discrepancy set amount_fen = 200");
        said("渠道流水 T-b 的待查款项没有如数记账", "渠道待结算款账上为");
    }

    @Test
    void a_slip_that_is_not_booked_is_named() {
        given.breaks("update payment.fiscal_line set amount_fen = 1");
        said("财政缴款书 FS-000001 没有如数记账", "已结账日 2023年4月10日 的对账单、财政数据或差异与结账时不一致");
    }

    @Test
    void a_closed_day_whose_entries_changed_is_named() {
        given.breaks("update ledger.entry set kind = 'UNCLEAR' where booked_on = '2023-04-10' and kind = 'RECEIPT'");
        said("已结账日 2023年4月10日 的凭证与结账时不一致");
    }

    @Test
    void a_closed_day_whose_statement_changed_is_named() {
        given.breaks("update payment.statement_line set amount_fen = amount_fen + 1 where transaction_no = 'T-x'");
        said("已结账日 2023年4月10日 的对账单、财政数据或差异与结账时不一致");
    }

    @Test
    void a_closed_day_whose_list_of_differences_changed_is_named() {
        given.breaks("delete from payment.closed_difference");
        said("已结账日 2023年4月10日 的对账单、财政数据或差异与结账时不一致");
    }

    @Test
    void a_chain_that_was_written_anew_and_sums_that_were_bent_are_named() {
        given.breaks("update ledger.closed_day set hash = repeat('0', 64)");
        said("已结账日 2023年4月10日 的校验码不符");
        given.breaks("update ledger.closed_day set previous_hash = repeat('1', 64)");
        said("与前一日的校验码接不上");
        given.breaks("update ledger.day_sum set amount_fen = amount_fen + 1 where account = 'CHANNEL'");
        said("已结账日 2023年4月10日 的日汇总与分录不一致");
    }

    @Test
    void a_paid_file_without_a_settled_charge_is_named() {
        given.breaks("""
                insert into application.application
                       (number, person_id, year, package_id, state, level, occupation, unit_code, created_at, changed_at)
                values ('2023-0305-000099', 7, 2023, 1, 'PAID', 3, 'x', 'x', now(), now())""");
        said("申报 2023-0305-000099 已缴费而没有已了结的缴费单");
    }

    private void said(String... parts) {
        var faults = checking.faults();
        assertThat(faults).allSatisfy(fault -> assertThat(fault).endsWith("。"));
        for (var part : parts) {
            assertThat(faults).anyMatch(fault -> fault.contains(part));
        }
    }
}
