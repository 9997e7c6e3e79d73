package org.gongkao.payment.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkao.payment.close.GivenMoney.DAY;
import static org.gongkao.payment.close.GivenMoney.OFFICER;
import static org.gongkao.payment.close.GivenMoney.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Reason;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 财政缴款数据: taken whole or not at all, once, and reversed with a reason only. */
class FiscalImportDbTest extends DatabaseTest {

    private static final String GOOD = "2023-04-10,微信支付,FS-000001,365.00";

    @Autowired
    private ImportingFiscal importing;

    @Autowired
    private FiscalRows rows;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void the_day_after() {
        clock.set("2023-04-11T09:00:00");
        now = clock.instant();
    }

    @Test
    void a_file_is_booked_line_by_line_as_remitted() {
        var file = take(csv(GOOD, "2023-04-10,支付宝,FS-000002,0.01", ""));
        assertThat(file.day()).isEqualTo(DAY);
        assertThat(jdbc.sql(
                                "select account || ' ' || channel || ' ' || amount_fen from ledger.v_line order by entry_id, place")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "FISCAL WECHAT 36500", "CHANNEL WECHAT -36500", "FISCAL ALIPAY 1", "CHANNEL ALIPAY -1");
    }

    @Test
    void a_mark_of_order_and_quotes_of_a_spreadsheet_program_do_no_harm() {
        var text = "\uFEFF" + new String(csv("2023-04-10,\"微信支付\",\"FS-000001\",365"), StandardCharsets.UTF_8);
        assertThat(take(text.getBytes(StandardCharsets.UTF_8)).rows()).hasSize(1);
    }

    @Test
    void all_faults_are_told_at_once_with_line_and_column_and_nothing_is_taken() {
        assertThat(faults(csv(
                        GOOD,
                        "2023-04-10,现金,FS-000002,1.00",
                        "2023-4-10,微信支付,FS-000003,1.00",
                        "2023-04-10,微信支付,FS-000001,1.00",
                        "2023-04-10,微信支付,FS,1.00",
                        "2023-04-10,微信支付,FS-000004,0",
                        "2023-04-10,微信支付,FS-000005,-3.00",
                        "2023-04-10,微信支付,FS-000006,1000000000",
                        "2023-04-10,微信支付,FS-000007,\"1,000.00\"",
                        "2023-04-09,微信支付,FS-000008,1.00",
                        "2023-04-11,微信支付,FS-000009,1.00")))
                .extracting(Fault::sentence)
                .containsExactly(
                        "第 3 行“渠道”：没有“现金”这一渠道，应为微信支付、支付宝或银行转账。",
                        "第 4 行“日期”：日期应写成 2023-04-10 的样子。",
                        "第 5 行“缴款书号”：与第 2 行的缴款书号重复。",
                        "第 6 行“缴款书号”：缴款书号应为 6 至 40 位数字、字母或短横。",
                        "第 7 行“金额”：金额应在 0.01 元至 99999999.99 元之间。",
                        "第 8 行“金额”：金额应在 0.01 元至 99999999.99 元之间。",
                        "第 9 行“金额”：金额应在 0.01 元至 99999999.99 元之间。",
                        "第 10 行：应有 4 列，实有 5 列。",
                        "第 11 行“日期”：一份文件只能是同一天的缴款，前面是 2023-04-10。",
                        "第 12 行“日期”：2023-04-11 还没有结束。");
        nothing();
    }

    @Test
    void a_file_without_its_heads_or_without_a_line_is_none() {
        assertThat(faults("日期,渠道,金额\r\n2023-04-10,微信支付,1".getBytes(StandardCharsets.UTF_8)))
                .extracting(Fault::sentence)
                .containsExactly("第 1 行：第一行应是“日期,渠道,缴款书号,金额”。");
        assertThat(faults(csv())).extracting(Fault::sentence).containsExactly("第 2 行：文件里没有一行缴款。");
        refused(CloseRefusal.FILE_MISSING, new byte[0]);
        refused(CloseRefusal.FILE_TOO_LARGE, new byte[ImportingFiscal.LARGEST + 1]);
        nothing();
    }

    @Test
    void a_file_of_the_national_standard_is_read_and_known_by_its_own_hash() {
        assertThat(take(national(GOOD)).rows()).hasSize(1);
        assertThat(jdbc.sql("select hash from payment.fiscal_import")
                        .query(String.class)
                        .single())
                .as("of the file as it came, not of what another encoding makes of it")
                .isEqualTo(Sha256.of(national(GOOD)));
        refused(CloseRefusal.FILE_KNOWN, national(GOOD));
    }

    private static byte[] national(String row) {
        return new String(csv(row), StandardCharsets.UTF_8).getBytes(Charset.forName("GBK"));
    }

    @Test
    void a_file_that_is_no_text_is_refused_with_what_to_do() {
        refused(
                CloseRefusal.FILE_NOT_TEXT,
                new String(csv(GOOD), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        refused(CloseRefusal.FILE_NOT_TEXT, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0});
        refused(CloseRefusal.FILE_NOT_TEXT, "日期\0".getBytes(StandardCharsets.UTF_8));
        nothing();
    }

    @Test
    void the_same_file_the_same_day_and_the_same_slip_are_refused_the_second_time() {
        take(csv(GOOD));
        refused(CloseRefusal.FILE_KNOWN, csv(GOOD));
        assertThat(faults(csv("2023-04-10,微信支付,FS-000001,1.00")))
                .extracting(Fault::sentence)
                .containsExactly(
                        "2023年4月10日的缴款数据已经导入过。一天一份、整份导入：有错或有缺的，请先在当日日结页把这一天的缴款书全部冲正，再导入改正后的整份数据。",
                        "第 2 行“缴款书号”：缴款书 FS-000001 已经导入过。");
        assertThat(faults(csv("2023-04-09,微信支付,FS-000001,1.00"))).hasSize(1);
        assertThat(count("payment.fiscal_import")).isOne();
    }

    @Test
    void a_wrong_line_is_reversed_by_a_new_entry_with_a_reason_and_then_comes_again() {
        take(csv(GOOD));
        long line = rows.lines(DAY).getFirst().id();
        assertThatThrownBy(() -> importing.reverse(line, "  ", OFFICER, now)).isInstanceOf(Refusal.class);
        importing.reverse(line, "缴款书录错", OFFICER, now);
        assertThatThrownBy(() -> importing.reverse(line, "缴款书录错", OFFICER, now))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(CloseRefusal.REVERSED_ALREADY));
        assertThat(jdbc.sql("select sum(amount_fen)::bigint from ledger.line where account = 'FISCAL'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(count("ledger.entry")).as("nothing is taken out").isEqualTo(2);
        take(csv("2023-04-10,微信支付,FS-000001,356.00"));
        assertThat(jdbc.sql("select detail from audit.line where act = '冲正财政缴款'")
                        .query(String.class)
                        .single())
                .contains("缴款书录错");
    }

    private FiscalFile take(byte[] content) {
        return importing.take("缴款.csv", content, OFFICER, now);
    }

    private List<Fault> faults(byte[] content) {
        try {
            take(content);
        } catch (InvalidInput refused) {
            return refused.faults();
        }
        throw new AssertionError("taken");
    }

    private void refused(Reason reason, byte[] content) {
        assertThatThrownBy(() -> take(content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private void nothing() {
        assertThat(count("payment.fiscal_import") + count("payment.fiscal_line") + count("ledger.entry"))
                .isZero();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
