package org.gongkao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.gongkao.Cast;
import org.junit.jupiter.api.Test;

/** Finance in the morning: what does not agree, the day before, its close, the book; and the auditor who looks on. */
class DailyCloseJourney extends BrowserTest {

    @Test
    void finance_closes_a_day_and_the_auditor_reads_it() {
        clock.set("2023-04-11T09:00:00");
        booked();
        var finance = signedIn(Cast.FINANCE, Chromium.DESK);
        finance.navigate("/payment/close");
        lookAtEveryWidth(finance, "money");
        finance.navigate("/payment/statements");
        finance.getByLabel("缴款数据文件").setInputFiles(file("2023-04-10,现金,FS-000001,0"));
        pressLast(finance, "导入");
        lookAtEveryWidth(finance, "statements-faults");
        finance.getByLabel("缴款数据文件").setInputFiles(file("2023-04-10,微信支付,FS-000001,7300.00"));
        pressLast(finance, "导入");
        lookAtEveryWidth(finance, "close-day");
        finance.locator("summary:has-text('办理')").first().click();
        finance.getByLabel("情况和依据").first().fill("渠道次日补列，已来函说明");
        finance.getByText("记录说明").first().click();
        finance.locator(".gk-decide summary").click();
        pressLast(finance, "确认结账");
        assertThat(finance.content()).contains("第 1 号");
        lookAtEveryWidth(finance, "close-day-closed");
        finance.navigate("/payment/ledger");
        lookAtEveryWidth(finance, "ledger");

        var auditor = signedIn(Cast.AUDITOR, Chromium.DESK);
        auditor.navigate("/payment/close/2023-04-10");
        assertThat(auditor.content()).doesNotContain("指定经办人");
    }

    private static FilePayload file(String row) {
        return new FilePayload("缴款.csv", "text/csv", ("日期,渠道,缴款书号,金额\r\n" + row).getBytes(StandardCharsets.UTF_8));
    }

    /** Twenty-one receipts, of several agencies and levels; one of them is not in the statement, one is not in the book. */
    private void booked() {
        for (int n = 0; n < 21; n++) {
            var entry = jdbc.sql("""
                            insert into ledger.entry (source, kind, booked_on, posted_at, account_id)
                            values (:source, 'RECEIPT', '2023-04-10', '2023-04-10 10:00+08', 0) returning id
                            """)
                    .param("source", "receipt:" + (1000 + n))
                    .query(Long.class)
                    .single();
            jdbc.sql("""
                    insert into ledger.line (entry_id, place, account, amount_fen, channel, purpose, charge_id, transaction_no, region_code, level)
                    select :entry, p, case p when 1 then 'CHANNEL' else 'INCOME' end, case p when 1 then :fen else -:fen end,
                           :channel, 'GRADING', null, :transaction, :region, :level from generate_series(1, 2) as p
                    """)
                    .param("entry", entry)
                    .param("fen", 36_500)
                    .param("channel", "WECHAT")
                    .param("transaction", "42000017" + (20_230_410_000L + n))
                    .param("region", n % 3 == 0 ? "410305" : n % 3 == 1 ? "410311" : "410300")
                    .param("level", 3 + n % 3)
                    .update();
        }
        long statement = jdbc.sql("""
                        insert into payment.statement
                               (channel, first_day, last_day, hash, lines, in_fen, out_fen, account_id, taken_at)
                        values ('WECHAT', '2023-04-10', '2023-04-10', 'h', 21, 748500, 0, 0, '2023-04-11 08:00+08') returning id
                        """).query(Long.class).single();
        jdbc.sql("""
                insert into payment.statement (channel, first_day, last_day, hash, lines, in_fen, out_fen, account_id, taken_at)
                select channel, '2023-04-10', '2023-04-10', 'none', 0, 0, 0, 0, '2023-04-11 08:00+08'
                  from unnest(array['ALIPAY', 'TRANSFER']) as channel
                """).update();
        jdbc.sql("""
                insert into payment.statement_line (statement_id, place, channel, kind, transaction_no, number, amount_fen, booked_at)
                select :statement, n, 'WECHAT', 'IN',
                       case when n = 20 then '4200001799999999999' else '42000017' || (20230410000 + n) end,
                       case when n = 20 then null else '2023041000000' || n || '_1' end,
                       case when n = 20 then 2000 else 36500 end, '2023-04-10 10:00+08'
                  from generate_series(0, 20) as n
                """).param("statement", statement).update();
    }
}
