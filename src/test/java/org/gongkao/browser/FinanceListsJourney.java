package org.gongkao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.gongkao.Cast;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.collective.GivenColleagues;
import org.gongkao.payment.collective.GivenColleagues.Colleague;
import org.gongkao.person.NationalId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody calls finance about their money: it is looked for in each list, by name, ID number, file and unit. */
class FinanceListsJourney extends BrowserTest {

    private static final String NUMBER = "41030519760312101";

    @Autowired
    private GivenColleagues colleagues;

    @Test
    void finance_finds_a_payers_money_in_each_of_its_lists() {
        clock.set("2023-04-10T09:00:00");
        var owing = colleagues.owing(5, cast.actor(Cast.COUNTY), clock.instant());
        owing.forEach(this::money);
        together(owing.subList(3, 5));
        clock.set("2023-04-11T09:00:00");
        var finance = signedIn(Cast.FINANCE, Chromium.DESK);
        for (var list :
                List.of("refunds?state=all", "transfers", "discrepancies", "receipts", "ledger", "close/differences")) {
            var name = list.replaceFirst("\\?.*", "").replace("close/", "");
            finance.navigate("/payment/" + list);
            lookAtEveryWidth(finance, "finance-" + name);
            looksFor(finance, "马建国");
            assertThat(finance.locator("main")).containsText("马建国");
            assertThat(finance.locator("main")).not().containsText("王志强");
            lookAtEveryWidth(finance, "finance-" + name + "-found");
        }
        finance.navigate("/payment/discrepancies");
        looksFor(finance, NUMBER + NationalId.complete(NUMBER).masked().substring(17));
        assertThat(finance.locator("main")).containsText("正在查看：马建国（付款人标记 GK");
        org.assertj.core.api.Assertions.assertThat(finance.url()).doesNotContain(NUMBER);
        lookAtEveryWidth(finance, "finance-number-found");
        looksFor(finance, "无此人");
        assertThat(finance.locator("main")).containsText("没有找到差异");
        lookAtEveryWidth(finance, "finance-nobody-found");
        looksFor(finance, CastSeeds.COUNTY_UNIT);
        assertThat(finance.locator("main")).containsText("张海军");
        assertThat(finance.locator("main")).containsText("马建国");
        finance.navigate("/payment/close/2023-04-10");
        lookAtEveryWidth(finance, "finance-day");
        finance.locator("summary:has-text('办理')").first().click();
        pressLast(finance, "说明并了结");
        lookAtEveryWidth(finance, "finance-day-fault");
    }

    private static void looksFor(Page page, String term) {
        page.fill("#f-q", term);
        press(page, "查找");
    }

    /** Paid twice by WeChat, once of it given back, with the receipt, the book and what the channel does not have of it. */
    private void money(Colleague who) {
        long charge = charge(who);
        var values = new Object[] {charge, who.actor().person(), who.name()};
        for (var sql : List.of("""
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                select number || '_1', number, 'WECHAT', amount_fen, 'GK' || person_id, '', 0, '2023-04-10 09:30+08'
                  from payment.charge where id = %1$d
                """, """
                insert into payment.order_share (order_number, charge_id, amount_fen)
                select number || '_1', id, amount_fen from payment.charge where id = %1$d
                """, """
                update payment.charge set state = 'SETTLED', settled_at = '2023-04-10 09:31+08', order_number = null where id = %1$d
                """, """
                insert into payment.receipt (charge_id, channel, order_number, transaction_no, amount_fen, paid_at, recorded_at)
                select id, 'WECHAT', number || '_1', '420000170120230410000000' || id, amount_fen, '2023-04-10 09:31+08',
                       '2023-04-10 09:31+08' from payment.charge where id = %1$d
                """, """
                insert into payment.discrepancy (kind, charge_id, channel, order_number, transaction_no, amount_fen, paid_at, found_at,
                       decided_at, decided_by, note)
                select case when id %% 2 = 0 then 'DOUBLE' else 'AMOUNT' end, id, 'WECHAT', number || '_1', '420000170220230410000000' || id,
                       36500, '2023-04-10 10:02+08', '2023-04-10 10:02+08', case when id %% 3 = 0 then now() end,
                       case when id %% 3 = 0 then 0 end, case when id %% 3 = 0 then '渠道更正了它的报告' end
                  from payment.charge where id = %1$d
                """, """
                insert into payment.refund (number, ground, charge_id, channel, order_number, transaction_no, order_total_fen, amount_fen,
                       state, reason, asked_by_role, asked_by, opened_at, attempt)
                select 'R' || number, 'OWN_WISH', id, 'WECHAT', number || '_1', '420000170120230410000000' || id, amount_fen, 10000,
                       'REQUESTED', '因病住院', 'WORKER', 0, '2023-04-10 15:02+08', 0 from payment.charge where id = %1$d
                """, """
                insert into payment.fiscal_receipt (number, charge_id, title, payer, amount_fen, state, queued_at)
                select 'P' || number, id, '等级考核费', '%3$s', amount_fen, 'QUEUED', '2023-04-10 09:31+08'
                  from payment.charge where id = %1$d
                """, """
                insert into payment.statement (channel, first_day, last_day, hash, lines, in_fen, out_fen, account_id, taken_at)
                select 'TRANSFER', '2023-04-10', '2023-04-10', 'h' || %1$d, 1, 36500, 0, 0, '2023-04-11 08:00+08'
                """, """
                insert into payment.transfer_code (code, order_number, amount_fen, made_at)
                select 1000000000 + id, number || '_1', amount_fen, now() from payment.charge where id = %1$d
                """, """
                insert into payment.transfer_line (statement_id, kind, serial, amount_fen, booked_at, other_name, purpose, state, order_number)
                select (select max(id) from payment.statement), 'IN', 'B20230410' || id, 36500, '2023-04-10 11:20+08',
                       '代付人' || id, (1000000000 + id)::text, 'MATCHED', number || '_1' from payment.charge where id = %1$d
                """, """
                insert into payment.difference (day, kind, channel, mark, ours_fen, theirs_fen, state, found_at)
                select '2023-04-10', 'MISSING_THERE', 'WECHAT', 'IN:420000170120230410000000' || id, amount_fen, 0, 'OPEN',
                       '2023-04-11 08:00+08' from payment.charge where id = %1$d
                """, """
                with entry as (insert into ledger.entry (source, kind, booked_on, posted_at, account_id)
                               values ('receipt:%1$d', 'RECEIPT', '2023-04-10', '2023-04-10 09:31+08', 0) returning id)
                insert into ledger.line (entry_id, place, account, amount_fen, channel, purpose, charge_id, transaction_no, region_code, level)
                select entry.id, p, case p when 1 then 'CHANNEL' else 'INCOME' end, case p when 1 then 36500 else -36500 end, 'WECHAT',
                       'GRADING', %1$d, '420000170120230410000000%1$d', '410305', 3
                  from entry, generate_series(1, 2) p
                """)) {
            jdbc.sql(sql.formatted(values)).update();
        }
    }

    private void together(List<Colleague> many) {
        jdbc.sql("""
                insert into payment.collective (number, unit_code, amount_fen, people, account_id, actor_name, made_at)
                values ('T20230410000001', :unit, 73000, 2, 1, '刘芳', '2023-04-10 08:00+08')
                """).param("unit", CastSeeds.COUNTY_UNIT).update();
        jdbc.sql("""
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                values ('T20230410000001_1', 'T20230410000001', 'WECHAT', 73000, 'GU' || :unit, '', 1, '2023-04-10 08:00+08')
                """).param("unit", CastSeeds.COUNTY_UNIT).update();
        many.forEach(one -> jdbc.sql(
                        "insert into payment.order_share (order_number, charge_id, amount_fen) values ('T20230410000001_1', :id, 36500)")
                .param("id", charge(one))
                .update());
        jdbc.sql("""
                insert into payment.discrepancy (kind, channel, order_number, transaction_no, amount_fen, paid_at, found_at)
                values ('LATE', 'WECHAT', 'T20230410000001_1', '4200001799', 73000, '2023-04-10 12:00+08', '2023-04-10 12:00+08')
                """).update();
    }

    private long charge(Colleague who) {
        return jdbc.sql("select id from payment.charge where purpose_key = :key")
                .param("key", who.file())
                .query(Long.class)
                .single();
    }
}
