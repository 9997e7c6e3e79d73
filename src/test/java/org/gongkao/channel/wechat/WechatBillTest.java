package org.gongkao.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.channel.StatementAnswer;
import org.gongkao.channel.StatementAnswer.Broken;
import org.gongkao.channel.StatementAnswer.Ready;
import org.gongkao.channel.StatementLine;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;

/** Statements as files, also such as no counterpart would write. */
class WechatBillTest {

    private static final LocalDate DAY = LocalDate.of(2023, 4, 10);
    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,"
            + "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n";
    private static final String IN = payment("2023-04-10 09:00:01", "1900000001", "4200001", "C100001_1", "365.00");
    private static final String TOTAL = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n";
    private static final String ONE = "`1,`365.00,`0.00,`0.00,`0.00000,`365.00,`0.00\r\n";

    @Test
    void a_whole_file_is_read_with_or_without_a_mark_of_its_encoding() {
        var line = new StatementLine(
                StatementLine.Kind.IN,
                "4200001",
                "C100001_1",
                Money.yuan(365),
                Instant.parse("2023-04-10T01:00:01Z"),
                "GK7");
        assertThat(((Ready) read(HEAD + IN + TOTAL + ONE)).lines()).containsExactly(line);
        assertThat(((Ready) read("\uFEFF" + HEAD + IN + TOTAL + ONE)).lines()).containsExactly(line);
        assertThat(((Ready) read((HEAD + IN + TOTAL + ONE).replace("\r", ""))).lines())
                .containsExactly(line);
    }

    @Test
    void a_refund_is_money_out_whether_it_has_arrived_or_not_and_a_failed_one_is_none() {
        var total = "`2,`0.00,`65.00,`0.00,`0.00000,`0.00,`130.00\r\n";
        var lines = ((Ready) read(HEAD + refund("503001", "PROCESSING") + refund("503002", "FAIL") + TOTAL + total))
                .lines();
        assertThat(lines).singleElement().satisfies(out -> {
            assertThat(out.kind()).isEqualTo(StatementLine.Kind.OUT);
            assertThat(out.transaction()).isEqualTo("503001");
            assertThat(out.number()).isEqualTo("T503001");
            assertThat(out.amount()).isEqualTo(Money.yuan(65));
        });
    }

    @Test
    void one_line_that_is_not_right_spoils_the_whole_and_is_named() {
        broken(HEAD + IN.replace(",`0.00%", "") + TOTAL + ONE, "第 2 行：应有 27 列，实有 26 列。");
        broken(HEAD + IN.substring(1) + TOTAL + ONE, "第 2 行：应有 27 列，实有 0 列。");
        broken(HEAD + IN.replace("`365.00,`0.00,`\r", "`365,`0.00,`\r") + TOTAL + ONE, "第 2 行：金额无法识别。");
        broken(HEAD + IN.replace("365.00", "0.00") + TOTAL + ONE, "第 2 行：金额应大于零。");
        broken(HEAD + IN.replace("365.00", "-365.00") + TOTAL + ONE, "第 2 行：金额应大于零。");
        broken(HEAD + IN.replace("365.00", "9999999999.00") + TOTAL + ONE, "第 2 行：金额无法识别。");
        broken(HEAD + IN.replace("1900000001", "1900000002") + TOTAL + ONE, "第 2 行：商户号不是本商户的。");
        broken(HEAD + IN.replace("04-10", "04-11") + TOTAL + ONE, "第 2 行：交易时间不在 2023年4月10日。");
        broken(HEAD + IN.replace("2023-04-10", "2023-02-30") + TOTAL + ONE, "第 2 行：交易时间无法识别。");
        broken(HEAD + IN.replace("SUCCESS", "REVOKED") + TOTAL + ONE, "第 2 行：交易状态“REVOKED”不在本平台的业务内。");
        broken(HEAD + IN.replace("4200001", "") + TOTAL + ONE, "第 2 行：微信订单号不完整。");
        broken(HEAD + IN + IN + TOTAL + ONE, "第 3 行：与前面的一行重复。");
    }

    @Test
    void a_file_that_is_not_whole_is_known_by_its_last_line() {
        broken("", "第 1 行：表头不是交易账单的表头。");
        broken("{\"code\":\"SYSTEM_ERROR\"}", "第 1 行：表头不是交易账单的表头。");
        broken(HEAD + IN, "第 3 行：没有汇总行，账单不完整。");
        broken(HEAD + IN + TOTAL, "第 4 行：汇总行不完整。");
        broken(HEAD + IN + TOTAL + ONE.replace("`1,", "`2,"), "第 4 行：汇总与明细不符：明细 1 笔，收款 ¥365.00，退款 ¥0.00。");
        broken(
                HEAD + IN + TOTAL + ONE.replace(",`365.00,`0.00\r", ",`366.00,`0.00\r"),
                "第 4 行：汇总与明细不符：明细 1 笔，收款 ¥365.00，退款 ¥0.00。");
        broken(HEAD + IN + TOTAL + ONE + IN, "第 4 行：汇总行之后还有内容。");
    }

    @Test
    void a_thousand_faults_are_not_all_listed() {
        var problems = ((Broken) read(HEAD + "x\r\n".repeat(1_000) + TOTAL + ONE)).problems();
        assertThat(problems).hasSize(21).last().isEqualTo("错误过多，没有继续读入。");
    }

    private static void broken(String file, String problem) {
        assertThat(read(file)).isEqualTo(new Broken(java.util.List.of(problem)));
    }

    private static StatementAnswer read(String file) {
        return new WechatBill("1900000001", DAY).read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String payment(String at, String merchant, String transaction, String order, String amount) {
        return "`"
                + String.join(
                        ",`",
                        at,
                        "wx0",
                        merchant,
                        "0",
                        "",
                        transaction,
                        order,
                        "oUp",
                        "NATIVE",
                        "SUCCESS",
                        "OTHERS",
                        "CNY",
                        amount,
                        "0.00",
                        "0",
                        "0",
                        "0.00",
                        "0.00",
                        "",
                        "",
                        "考核费,含培训",
                        "GK7",
                        "0.00000",
                        "0.00%",
                        amount,
                        "0.00",
                        "")
                + "\r\n";
    }

    private static String refund(String id, String state) {
        return "`"
                + String.join(
                        ",`",
                        "2023-04-10 10:00:00",
                        "wx0",
                        "1900000001",
                        "0",
                        "",
                        "4200001",
                        "C100001_1",
                        "oUp",
                        "NATIVE",
                        "REFUND",
                        "OTHERS",
                        "CNY",
                        "0.00",
                        "0.00",
                        id,
                        "T" + id,
                        "65.00",
                        "0.00",
                        "ORIGINAL",
                        state,
                        "考核费",
                        "GK7",
                        "0.00000",
                        "0.00%",
                        "0.00",
                        "65.00",
                        "")
                + "\r\n";
    }
}
