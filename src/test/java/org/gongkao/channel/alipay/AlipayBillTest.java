package org.gongkao.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementLine;
import org.gongkao.channel.StatementLine.Kind;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;

class AlipayBillTest {

    private static final String SELLER = "2088000000000001";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Charset GBK = Charset.forName("GBK");

    private static final String TABLE = """
            #支付宝业务明细查询
            #账号：[2088000000000001]
            #起始日期：[2026年03月01日 00:00:00]   终止日期：[2026年03月02日 00:00:00]
            #-----------------------------------------业务明细列表----------------------------------------
            支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注
            2026030122001,C1_1,交易,报名考务费,2026-03-01 09:59:50,2026-03-01 09:59:58, , , , ,*工(159****5620),365.00,365.00,0.00,0.00,0.00,0.00,0.00, ,0.00,0.00, ,-2.19,0.00,
            2026030122002	,C2_1	,交易	,报名考务费,2026-03-01 10:00:00,2026-03-01 23:59:59, , , , ,*工(159****5621),275.00,275.00,0.00,0.00,0.00,0.00,0.00, ,0.00,0.00, ,-1.65,0.00,
            2026030122001,C1_1,退款,报名考务费,2026-03-01 09:59:50,2026-03-01 12:00:00, , , , ,*工(159****5620),-100.00,-100.00,0.00,0.00,0.00,0.00,0.00, ,0.00,0.00,R1_1,0.60,0.00,取消
            2026030122001,C1_1,退款,报名考务费,2026-03-01 09:59:50,2026-03-01 12:00:01, , , , ,*工(159****5620),-0.50,-0.50,0.00,0.00,0.00,0.00,0.00, ,0.00,0.00,R1_2,0.00,0.00,取消
            #-----------------------------------------业务明细列表结束------------------------------------
            #交易合计：2笔，商家实收共640.00元，商家优惠共0.00元
            #退款合计：2笔，商家实收退款共-100.50元，商家优惠退款共0.00元
            #导出时间：[2026年03月02日 06:27:10]
            """.replace("\n", "\r\n");

    @Test
    void a_day_is_read_line_by_line() {
        assertThat(read(TABLE))
                .isInstanceOfSatisfying(
                        StatementAnswer.Ready.class,
                        ready -> assertThat(ready.lines())
                                .containsExactly(
                                        line(Kind.IN, "2026030122001", "C1_1", 36_500, "2026-03-01T01:59:58Z"),
                                        line(Kind.IN, "2026030122002", "C2_1", 27_500, "2026-03-01T15:59:59Z"),
                                        line(Kind.OUT, "2026030122001/R1_1", "R1_1", 10_000, "2026-03-01T04:00:00Z"),
                                        line(Kind.OUT, "2026030122001/R1_2", "R1_2", 50, "2026-03-01T04:00:01Z")));
    }

    @Test
    void the_hash_is_of_the_file_as_it_came() throws Exception {
        var file = zip(Map.of("2088_20260301_业务明细.csv", TABLE.getBytes(GBK)));
        var sum = java.security.MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(((StatementAnswer.Ready) AlipayBill.read(file, SELLER, DAY)).hash())
                .isEqualTo(java.util.HexFormat.of().formatHex(sum));
    }

    @Test
    void the_sums_beside_the_details_are_passed_over() {
        var file = zip(Map.of(
                "2088_20260301_业务明细(汇总).csv", "anything".getBytes(GBK),
                "2088_20260301_业务明细.csv", TABLE.getBytes(GBK)));
        assertThat(AlipayBill.read(file, SELLER, DAY)).isInstanceOf(StatementAnswer.Ready.class);
    }

    @Test
    void an_empty_day_is_a_list_without_lines() {
        var empty = TABLE.replaceAll("(?m)^2026.*\\R", "")
                .replace("2笔，商家实收共640.00元", "0笔，商家实收共0.00元")
                .replace("2笔，商家实收退款共-100.50元", "0笔，商家实收退款共0.00元");
        assertThat(read(empty))
                .isInstanceOfSatisfying(
                        StatementAnswer.Ready.class,
                        ready -> assertThat(ready.lines()).isEmpty());
    }

    @Test
    void columns_are_found_by_their_names() {
        var other = TABLE.replace("（元）", "(元)").replace("门店编号", "门店 编号");
        assertThat(read(other)).isInstanceOf(StatementAnswer.Ready.class);
        assertBroken(TABLE.replace("商家实收（元）", "实收（元）"), "表头没有“商家实收”一栏。");
    }

    @Test
    void a_broken_line_is_named_by_its_number_and_nothing_of_the_day_counts() {
        assertBroken(TABLE.replace("C2_1\t,交易", "C2_1\t,转账"), "第 7 行：业务类型不是交易或退款。");
        assertBroken(TABLE.replace("275.00,275.00", "275.00,275.0O"), "第 7 行：商家实收的金额不正确。");
        assertBroken(TABLE.replace("275.00,275.00", "275.00,-275.00"), "第 7 行：商家实收的金额不正确。");
        assertBroken(TABLE.replace("-100.00,-100.00", "100.00,100.00"), "第 8 行：商家实收的金额不正确。");
        assertBroken(TABLE.replace("2026-03-01 23:59:59", "2026-03-01 24:59:59"), "第 7 行：完成时间不正确。");
        assertBroken(TABLE.replace("2026030122002\t", "\t"), "第 7 行：支付宝交易号不正确。");
        assertBroken(
                TABLE.replace("报名考务费,2026-03-01 10:00:00", "报名,考务费,2026-03-01 10:00:00"), "第 7 行：应有 25 栏，实有 26 栏。");
        assertBroken(TABLE.replace("R1_2", "R1_1"), "第 9 行：与第 8 行是同一笔。");
        assertBroken(
                TABLE.replace("2026-03-01 23:59:59", "").replace("C1_1,交易", "C1_1,收款"),
                "第 6 行：业务类型不是交易或退款。",
                "第 7 行：完成时间不正确。");
    }

    @Test
    void a_file_that_was_cut_off_is_known_by_its_end_and_by_its_sums() {
        var rows = TABLE.split("\r\n");
        for (int kept = 0; kept < rows.length - 1; kept++) {
            assertThat(read(String.join("\r\n", Arrays.copyOf(rows, kept))))
                    .as("%d of %d lines", kept, rows.length)
                    .isInstanceOf(StatementAnswer.Broken.class);
        }
        assertBroken(TABLE.replaceFirst("2026030122002.*\r\n", ""), "交易合计与明细不符：明细 1 笔，合计所写的笔数或金额不同。");
        assertBroken(TABLE.replace("640.00元", "640.01元"), "交易合计与明细不符：明细 2 笔，合计所写的笔数或金额不同。");
        assertBroken(TABLE.replace("-100.50元", "-99.50元"), "退款合计与明细不符：明细 2 笔，合计所写的笔数或金额不同。");
        assertBroken(TABLE + "2026030122009,C9_1\r\n", "第 14 行：不在明细的开始和结束之间。");
    }

    @Test
    void another_sellers_or_another_days_bill_is_not_taken() {
        assertBroken(TABLE.replace(SELLER, "2088000000000002"), "业务明细没有写明账号，或不是本商户的账号。");
        assertBroken(TABLE.replace("起始日期：[2026年03月01日", "起始日期：[2026年02月28日"), "业务明细没有写明日期，或不是 2026-03-01 的账单。");
    }

    @Test
    void what_is_not_gbk_is_broken() {
        assertThat(AlipayBill.read(zip(Map.of("业务明细.csv", TABLE.getBytes(StandardCharsets.UTF_8))), SELLER, DAY))
                .isInstanceOf(StatementAnswer.Broken.class);
        var bytes = TABLE.getBytes(GBK);
        bytes[5] = (byte) 0xff;
        assertThat(AlipayBill.read(zip(Map.of("业务明细.csv", bytes)), SELLER, DAY))
                .isEqualTo(new StatementAnswer.Broken(List.of("业务明细不是 GBK 编码。")));
    }

    @Test
    void a_name_with_a_rare_character_does_not_break_the_day() throws Exception {
        var rare = TABLE.replace("*工(159****5621)", "*𬭚(159****5621)").getBytes("GB18030");
        assertThat(AlipayBill.read(zip(Map.of("业务明细.csv", rare)), SELLER, DAY))
                .isInstanceOf(StatementAnswer.Ready.class);
    }

    @Test
    void what_is_no_zip_or_has_no_details_or_was_cut_off_is_broken() {
        assertThat(AlipayBill.read(TABLE.getBytes(GBK), SELLER, DAY)).isInstanceOf(StatementAnswer.Broken.class);
        assertThat(AlipayBill.read(new byte[0], SELLER, DAY)).isInstanceOf(StatementAnswer.Broken.class);
        assertThat(AlipayBill.read(zip(Map.of("读我.txt", new byte[] {1})), SELLER, DAY))
                .isInstanceOf(StatementAnswer.Broken.class);
        var whole = zip(Map.of("业务明细.csv", TABLE.getBytes(GBK)));
        assertThat(AlipayBill.read(Arrays.copyOf(whole, whole.length / 2), SELLER, DAY))
                .isInstanceOf(StatementAnswer.Broken.class);
    }

    private static void assertBroken(String table, String... problems) {
        assertThat(read(table)).isEqualTo(new StatementAnswer.Broken(List.of(problems)));
    }

    private static StatementAnswer read(String table) {
        return AlipayBill.read(zip(Map.of("2088_20260301_业务明细.csv", table.getBytes(GBK))), SELLER, DAY);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, GBK)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static StatementLine line(Kind kind, String transaction, String number, long fen, String at) {
        return new StatementLine(kind, transaction, number, new Money(fen), Instant.parse(at), null);
    }
}
