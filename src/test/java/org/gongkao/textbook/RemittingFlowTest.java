package org.gongkao.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.gongkao.Cast;
import org.gongkao.payment.ChargeRefunded;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Charges;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** 由各单位统一汇总后上缴 (notice 七（二）): one sum for a sheet, what happens to it when the sheet changes, and the bell. */
class RemittingFlowTest extends TextbookTest {

    @Autowired
    private Charges charges;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private ChargeState state(int version) {
        return charges.find(SheetVersion.key(UNIT, 2023, version)).state();
    }

    private Money asked(int version) {
        return charges.find(SheetVersion.key(UNIT, 2023, version)).amount();
    }

    private boolean isAsked(int version) {
        return charges.lookUp(SheetVersion.key(UNIT, 2023, version)).isPresent();
    }

    private int paidCopies() {
        return figure("select coalesce(sum(paid), 0) from textbook.unit_book");
    }

    @Test
    void the_unit_owes_one_sum_for_its_sheet_with_its_list_and_nobody_before_it_is_confirmed() {
        orderer(1);
        orderer(2);
        orderer(3, UNIT, "S0404", 5);
        assertThat(count("payment.charge")).isZero();
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(jdbc.sql(
                                "select purpose || ' ' || unit_code || ' ' || amount_fen from payment.charge where person_id is null")
                        .query(String.class)
                        .list())
                .containsExactly("TEXTBOOK " + UNIT + " 10000");
        assertThat(get(chargePath(Cast.UNIT), Cast.UNIT))
                .hasStatusOk()
                .bodyText()
                .contains("《汽车驾驶员》（高级工） 2 册", "¥72.00", "《保育员》（初级工） 1 册", "¥28.00", "¥100.00");
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("由单位统一缴款", "2023年4月28日 24:00", "待确认");
        assertThat(get(chargePath(Cast.UNIT), Cast.CITY_UNIT))
                .as("another unit's")
                .hasStatus(404);
    }

    @Test
    void once_paid_the_sum_stands_in_the_book_as_textbooks_and_the_agency_is_told() {
        orderer(1);
        confirm(Cast.UNIT);
        assertThat(paidCopies()).isZero();
        pays(Cast.UNIT);
        assertThat(state(1)).isEqualTo(ChargeState.SETTLED);
        assertThat(paidCopies()).isOne();
        assertThat(jdbc.sql("select distinct region_code from ledger.line")
                        .query(String.class)
                        .list())
                .as("finance counts it to the agency that orders the books")
                .containsExactly("410305");
        assertThat(jdbc.sql("select sum(amount_fen) from ledger.line where account = 'TEXTBOOK'")
                        .query(Long.class)
                        .single())
                .isEqualTo(-3_600);
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("已缴清", "看缴费单");
        assertThat(get(chargePath(Cast.UNIT), Cast.UNIT))
                .bodyText()
                .contains("教材款已经缴清")
                .doesNotContain("花名册，由单位核实");
        await().untilAsserted(
                        () -> assertThat(get("/inbox", Cast.COUNTY)).bodyText().contains("单位教材款已缴清，请发放教材"));
        assertThat(audited("教材款已缴清")).isTrue();
    }

    @Test
    void another_sheet_before_payment_ends_the_charge_and_opens_another() {
        orderer(1);
        confirm(Cast.UNIT);
        var first = chargePath(Cast.UNIT);
        orderer(2);
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(state(1)).isEqualTo(ChargeState.CANCELLED);
        assertThat(state(2)).isEqualTo(ChargeState.OPEN);
        assertThat(get(first, Cast.UNIT)).bodyText().contains("征订单已经变动").doesNotContain("申报已经撤销");
        assertThat(asked(2)).isEqualTo(Money.yuan(72));
    }

    @Test
    void after_payment_only_the_difference_is_asked_for() {
        orderer(1);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        orderer(2);
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(asked(2)).isEqualTo(Money.yuan(36));
        assertThat(paidCopies())
                .as("what was paid for can be handed out meanwhile")
                .isOne();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("征订单金额", "¥72.00", "应缴", "¥36.00");
        assertThat(get(chargePath(Cast.UNIT), Cast.UNIT)).bodyText().contains("与已缴教材款的差额");
        pays(Cast.UNIT);
        assertThat(paidCopies()).isEqualTo(2);
    }

    @Test
    void what_was_paid_too_much_is_shown_asks_for_nothing_and_is_left_to_a_refund() {
        orderer(1);
        orderer(2);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        withdraws(2);
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(isAsked(2)).isFalse();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("已缴清，多缴 ¥36.00", "多缴的部分由财务人员按退费规定办理", "文件没有载明");
        assertThat(paidCopies()).isOne();
        orderer(3);
        orderer(4);
        confirm(Cast.UNIT);
        assertThat(asked(3)).as("three, of which two are paid").isEqualTo(Money.yuan(36));
    }

    /** As finance returns it in {@code payment.refund}: this module hears the event. */
    private void goesBack(int version, long refund, Money remaining) {
        var key = SheetVersion.key(UNIT, 2023, version);
        var charge = jdbc.sql("select id from payment.charge where purpose_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new ChargeRefunded(charge, key, refund, remaining)));
        await().untilAsserted(() -> assertThat(count("textbook.refunded where refund_id = " + refund))
                .isOne());
    }

    @Test
    void what_was_too_much_and_went_back_is_not_counted_for_a_later_sheet() {
        orderer(1);
        orderer(2);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        withdraws(2);
        confirm(Cast.UNIT);
        goesBack(1, 7, Money.yuan(36));
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("已缴清").doesNotContain("多缴 ");
        assertThat(paidCopies()).isOne();
        orderer(3);
        confirm(Cast.UNIT);
        assertThat(asked(3)).isEqualTo(Money.yuan(36));
    }

    @Test
    void a_sum_that_went_back_pays_for_nothing_any_more() {
        orderer(1);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        goesBack(1, 7, Money.ZERO);
        assertThat(paidCopies()).isZero();
        arrives("S0201-3", 1, Cast.COUNTY);
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.COUNTY)).hasStatus(422);
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("已退费，没有缴清", "确认征订单");
        assertThat(confirm(Cast.UNIT)).as("the same sheet, to be paid anew").hasStatus3xxRedirection();
        assertThat(asked(2)).isEqualTo(Money.yuan(36));
        assertThat(audited("教材款已退费")).isTrue();
    }

    @Test
    void while_the_channel_is_asked_about_the_old_sheet_no_other_is_confirmed() {
        orderer(1);
        confirm(Cast.UNIT);
        setsOut(Cast.UNIT);
        orderer(2);
        assertThat(confirm(Cast.UNIT)).hasStatus(409).bodyText().contains("正在向缴费渠道确认");
        assertThat(count("textbook.order_sheet")).isOne();
        assertThat(count("textbook.order_line where quantity = 2")).isZero();
    }

    @Test
    void money_that_came_before_the_other_sheet_counts_for_it() {
        orderer(1);
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        withdraws(1);
        orderer(2);
        assertThat(confirm(Cast.UNIT)).as("another person, the same book").hasStatus3xxRedirection();
        assertThat(isAsked(2)).isFalse();
        assertThat(paidCopies()).isOne();
    }

    @Test
    void a_sheet_on_which_nobody_is_left_ends_its_charge() {
        orderer(1);
        confirm(Cast.UNIT);
        withdraws(1);
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("还没有人征订教材", "确认征订单");
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(state(1)).isEqualTo(ChargeState.CANCELLED);
        assertThat(figure("select sum(ordered) from textbook.unit_book")).isZero();
    }

    @Test
    void at_the_bell_an_unpaid_charge_lapses_and_neither_choice_nor_sheet_is_taken_any_more() {
        orderer(1);
        confirm(Cast.UNIT);
        clock.set("2023-04-28T23:59:59.999");
        clockStrikes();
        assertThat(state(1)).isEqualTo(ChargeState.OPEN);
        clock.set("2023-04-29T00:00:00");
        clockStrikes();
        assertThat(state(1)).isEqualTo(ChargeState.LAPSED);
        await().untilAsserted(
                        () -> assertThat(get("/inbox", Cast.UNIT)).bodyText().contains("教材款逾期未缴"));
        assertThat(get("/textbooks", Cast.UNIT))
                .bodyText()
                .contains("已截止", "没有在期限内缴款")
                .doesNotContain("去缴款");
        orderer(2);
        assertThat(post("/textbooks/sheets", Cast.UNIT, "hash", "x"))
                .hasStatus(409)
                .bodyText()
                .contains("教材征订和缴款已于2023年4月28日 24:00截止");
        assertThat(audited("教材款逾期未缴")).isTrue();
    }

    @Test
    void when_an_amendment_moves_the_deadline_the_charge_moves_with_it() {
        orderer(1);
        confirm(Cast.UNIT);
        assertThat(post(
                        "/administration/cycles/1/amendment",
                        Cast.ADMINISTRATOR,
                        "documentNumber",
                        "洛人社函〔2023〕15号",
                        "reason",
                        "教材到货推迟",
                        "region",
                        "410300",
                        "wantedFrom",
                        "",
                        "field-0",
                        "textbooks.remitting.to",
                        "after-0",
                        "2023-05-10 24:00:00"))
                .hasStatus(302);
        assertThat(post("/administration/cycles/amendments/1/confirmation", Cast.SECOND_ADMINISTRATOR, "seen", "0"))
                .hasStatus(302);
        clockStrikes();
        assertThat(charges.find(SheetVersion.key(UNIT, 2023, 1)).deadline())
                .isEqualTo(java.time.Instant.parse("2023-05-10T16:00:00Z"));
        assertThat(get("/textbooks", Cast.UNIT))
                .bodyText()
                .contains("2023年5月10日 24:00")
                .doesNotContain("截止时间，通知没有载明");
        clock.set("2023-05-10T23:59:59.999");
        clockStrikes();
        assertThat(state(1)).isEqualTo(ChargeState.OPEN);
        clock.set("2023-05-11T00:00:00");
        clockStrikes();
        assertThat(state(1)).isEqualTo(ChargeState.LAPSED);
    }

    @Test
    void before_ordering_begins_no_sheet_is_taken() {
        clock.set("2023-03-09T23:59:59.999");
        assertThat(post("/textbooks/sheets", Cast.UNIT, "hash", "x"))
                .hasStatus(409)
                .bodyText()
                .contains("教材征订还没有开始");
    }

    @Test
    void a_sheet_that_lapsed_is_confirmed_again_once_the_year_gives_more_time() {
        orderer(1);
        confirm(Cast.UNIT);
        jdbc.sql("update payment.charge set state = 'LAPSED'").update();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("没有在期限内缴款", "确认征订单");
        assertThat(confirm(Cast.UNIT)).as("the same books").hasStatus3xxRedirection();
        assertThat(state(2)).isEqualTo(ChargeState.OPEN);
        assertThat(asked(2)).isEqualTo(Money.yuan(36));
    }

    @Test
    void a_year_without_prices_orders_without_money_and_says_so() {
        yearWithoutPrices();
        orderer(1);
        assertThat(get("/textbooks", Cast.UNIT))
                .bodyText()
                .contains("本年度教材价格没有公布：先征订，不收款")
                .doesNotContain("¥");
        assertThat(confirm(Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(count("payment.charge")).isZero();
        assertThat(get("/textbooks", Cast.UNIT)).bodyText().contains("价格没有公布，暂不缴款");
        assertThat(paidCopies()).as("may be handed out").isOne();
    }
}
