package org.gongkao.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.RequestingRefunds.Request;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;

/** What the payer, finance and the auditor read of a refund, and what is said to bad input. */
class RefundPagesTest extends RefundTest {

    @Test
    void the_payer_reads_what_would_come_back_asks_for_it_and_takes_it_back() {
        var charge = paid("a");
        var path = "/charges/" + charge + "/refund";
        assertThat(page(Cast.WORKER, "/charges/" + charge))
                .hasStatusOk()
                .bodyText()
                .contains("退费", "没有退费", path);
        assertThat(page(Cast.WORKER, path))
                .hasStatusOk()
                .bodyText()
                .contains("培训费 ¥320.00 原路退回", "报名考试费 ¥60.00 不退", "依据待确认", "2023年12月31日 24:00");
        assertThat(post(Cast.WORKER, path, "ground", "OWN_WISH", "reason", "因病住院", "confirmed", "false"))
                .hasStatus(422)
                .bodyText()
                .contains("请看过退费规定后勾选确认", "因病住院");
        assertThat(post(Cast.WORKER, path, "ground", "DOUBLE", "reason", "因病住院", "confirmed", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择退费情形", "因病住院");
        assertThat(count("payment.refund")).isZero();
        assertThat(post(Cast.WORKER, path, "ground", "OWN_WISH", "reason", "因病住院", "confirmed", "true"))
                .hasRedirectedUrl(path);
        assertThat(page(Cast.WORKER, path)).bodyText().contains("待财务受理", "¥320.00", "微信支付（原路退回）", "已有一笔退费正在办理", "撤回申请");
        assertThat(post(Cast.WORKER, path, "ground", "OWN_WISH", "reason", "再来一次", "confirmed", "true"))
                .hasStatus(409)
                .bodyText()
                .contains("已有一笔退费正在办理");
        var number = jdbc.sql("select number from payment.refund")
                .query(String.class)
                .single();
        assertThat(post(Cast.CITY_WORKER, path + "/" + number + "/withdraw")).hasStatus(404);
        assertThat(post(Cast.WORKER, path + "/" + number + "/withdraw")).hasRedirectedUrl(path);
        assertThat(page(Cast.WORKER, path)).bodyText().contains("已撤回");
        assertThat(page(Cast.CITY_WORKER, path)).hasStatus(404);
        assertThat(page(Cast.UNIT, path)).hasStatus(404);
    }

    @Test
    void finance_proposes_a_second_one_decides_and_the_payer_is_told_at_each_step() {
        var charge = paid("a");
        var refund = asked(charge);
        var path = "/payment/refunds/" + refund.number();
        assertThat(page(Cast.FINANCE, "/payment/refunds"))
                .hasStatusOk()
                .bodyText()
                .contains(refund.number(), charge, "待财务受理");
        assertThat(page(Cast.FINANCE, path))
                .hasStatusOk()
                .bodyText()
                .contains("拟同意退费", "不予退费", "320.00", "因病不能参加培训", "不退报名考试费，退还培训费。");
        assertThat(post(
                        Cast.FINANCE,
                        path,
                        "act",
                        "PROPOSE",
                        "version",
                        "0",
                        "amount-1",
                        "0",
                        "amount-2",
                        "三百",
                        "words",
                        "材料齐全"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写金额", "三百", "材料齐全");
        assertThat(post(Cast.FINANCE, path, "act", "REJECT", "version", "0", "words", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写明“不予退费”的理由");
        assertThat(post(Cast.FINANCE, path, "act", "PROPOSE", "version", "0", "amount-1", "0", "amount-2", "320"))
                .hasRedirectedUrl(path);
        assertThat(page(Cast.FINANCE, path)).bodyText().contains("须由另一名财务人员复核").doesNotContain("value=\"APPROVE\"");
        assertThat(post(Cast.FINANCE, path, "act", "APPROVE", "version", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("拟定和复核须由两人办理");
        assertThat(post(Cast.SECOND_FINANCE, path, "act", "APPROVE", "version", "0"))
                .as("another page than the newest")
                .hasStatus(409);
        channel.says(refund.number(), new RefundAnswer.Working());
        assertThat(post(Cast.SECOND_FINANCE, path, "act", "APPROVE", "version", "1"))
                .hasRedirectedUrl(path);
        assertThat(get(refund).accepted()).as("it was sent at once").isTrue();
        assertThat(page(Cast.WORKER, "/charges/" + charge)).bodyText().contains("退款处理中");
        says(refund, new RefundAnswer.Stuck("渠道报告退款异常，须由人工处理"));
        assertThat(page(Cast.FINANCE, path)).bodyText().contains("须由人工处理，退费单号不变");
        assertThat(page(Cast.FINANCE, "/payment/refunds?state=all")).bodyText().contains("须由人工处理");
        assertThat(page(Cast.WORKER, "/charges/" + charge + "/refund"))
                .bodyText()
                .doesNotContain("须由人工处理");
        says(refund, done(refund));
        assertThat(page(Cast.WORKER, "/charges/" + charge + "/refund"))
                .bodyText()
                .contains("已退费", "退回时间")
                .doesNotContain("钱会计");
        await().untilAsserted(() -> assertThat(told()).contains("退费申请已收到", "退款已发出", "退费已退回", "¥320.00"));
    }

    @Test
    void what_finance_rejects_is_told_with_the_reason_and_what_they_send_back_among_themselves_is_not() {
        var refund = proposed(paid("a"), "320");
        var path = "/payment/refunds/" + refund.number();
        assertThat(post(Cast.SECOND_FINANCE, path, "act", "SEND_BACK", "version", "1", "words", "内部：先核对名单"))
                .hasRedirectedUrl(path);
        assertThat(post(Cast.FINANCE, path, "act", "REJECT", "version", "2", "words", "培训已经结束"))
                .hasRedirectedUrl(path);
        var charge = java.util.Objects.requireNonNull(get(refund).charge()).number();
        assertThat(page(Cast.WORKER, "/charges/" + charge + "/refund"))
                .bodyText()
                .contains("不予退费", "培训已经结束")
                .doesNotContain("先核对名单");
        assertThat(page(Cast.FINANCE, path)).bodyText().contains("先核对名单", "培训已经结束");
    }

    @Test
    void the_auditor_reads_everything_and_does_nothing() {
        var refund = asked(paid("a"));
        var path = "/payment/refunds/" + refund.number();
        assertThat(page(Cast.AUDITOR, "/payment/refunds"))
                .hasStatusOk()
                .bodyText()
                .contains(refund.number())
                .doesNotContain("提出退费</a>");
        assertThat(page(Cast.AUDITOR, path))
                .hasStatusOk()
                .bodyText()
                .contains("办理记录")
                .doesNotContain("拟同意退费");
        assertThat(post(Cast.AUDITOR, path, "act", "PROPOSE", "version", "0")).hasStatus(403);
        assertThat(page(Cast.WORKER, path)).hasStatus(403);
    }

    @Test
    void the_list_is_filtered_searched_gone_on_by_key_and_exported() throws IOException {
        for (int i = 0; i < RefundLists.SCREEN + 1; i++) {
            requesting.ofCharge(paid("k" + i), new Request(RefundGround.OWN_WISH, "因病", true), payer(), now);
        }
        var first = page(Cast.FINANCE, "/payment/refunds?state=requested");
        assertThat(first).bodyText().contains("本页 50 笔", "下一页");
        var text = body(first);
        var next = text.substring(text.indexOf("state=requested&amp;before="))
                .split("\"")[0]
                .replace("&amp;", "&");
        assertThat(page(Cast.FINANCE, "/payment/refunds?" + next)).bodyText().contains("本页 1 笔");
        assertThat(page(Cast.FINANCE, "/payment/refunds?state=done")).bodyText().contains("这里没有退费");
        var charge = charges.find("k7").number();
        assertThat(page(Cast.FINANCE, "/payment/refunds?q=" + charge))
                .bodyText()
                .contains("本页 1 笔", charge);
        assertThat(page(Cast.FINANCE, "/payment/refunds?q=nothing")).bodyText().contains("没有找到退费");
        assertThat(page(Cast.FINANCE, "/payment/refunds?q=" + charge))
                .bodyText()
                .contains("缴费人", "陈立民");
        var all = page(Cast.FINANCE, "/payment/refunds?q=GK" + payer().person());
        assertThat(all).bodyText().contains("本页 50 笔", "正在查看：陈立民", "q=GK" + payer().person() + "&amp;before=");
        assertThat(page(Cast.FINANCE, "/payment/refunds?state=done&q=k7"))
                .bodyText()
                .contains("没有找到退费", "查看全部");
        assertThat(page(Cast.FINANCE, "/payment/refunds?state=requested&q=k7"))
                .as("the file")
                .bodyText()
                .contains("本页 1 笔", charge, "name=\"state\" value=\"requested\"");
        assertThat(exported("/payment/refunds/export?q=k7"))
                .containsSequence("状态 全部", "查找 k7")
                .hasSize(4 + 1);
        var sheet = page(Cast.AUDITOR, "/payment/refunds/export?state=requested");
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(sheet.getResponse().getContentAsByteArray()))) {
            var lines = book.getFirstSheet().read();
            assertThat(lines.stream().limit(3).map(line -> line.getCellText(0) + " " + line.getCellText(1)))
                    .containsExactly("状态 待受理", "查找 不限", "导出时间 2023年4月10日 09:00:00");
            assertThat(lines.get(3).getCellText(2)).isEqualTo("缴费人");
            assertThat(lines.get(4).getCellText(2)).isEqualTo("陈立民");
            assertThat(lines.get(4).getCellAsNumber(7).orElseThrow().intValue()).isEqualTo(320);
            assertThat(lines).hasSize(4 + 51);
        }
        assertThat(count("audit.line where detail = '51 笔'")).isOne();
    }

    @Test
    void finance_asks_for_a_refund_by_the_charges_number_and_bad_input_is_told() {
        var charge = paid("a");
        assertThat(page(Cast.FINANCE, "/payment/refunds/new"))
                .hasStatusOk()
                .bodyText()
                .contains("缴费单号");
        assertThat(post(
                        Cast.FINANCE,
                        "/payment/refunds",
                        "charge",
                        "1234",
                        "ground",
                        "ORGANISER",
                        "reason",
                        "考核取消",
                        "confirmed",
                        "true"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这个缴费单号", "1234", "考核取消");
        assertThat(post(Cast.FINANCE, "/payment/refunds", "charge", "1234"))
                .hasStatus(422)
                .bodyText()
                .contains("有 4 处需要改正", "没有这个缴费单号", "请选择退费情形", "请写明申请退费的原因", "勾选确认");
        assertThat(post(
                        Cast.FINANCE,
                        "/payment/refunds",
                        "charge",
                        charge,
                        "ground",
                        "BROKEN_PROMISE",
                        "reason",
                        "容缺",
                        "confirmed",
                        "true"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这张缴费单因该情形终止的记录");
        assertThat(post(
                        Cast.FINANCE,
                        "/payment/refunds",
                        "charge",
                        charge,
                        "ground",
                        "ORGANISER",
                        "reason",
                        "考核取消",
                        "confirmed",
                        "true"))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select amount_fen from payment.refund")
                        .query(Long.class)
                        .single())
                .as("cancelled by the organiser: all of it")
                .isEqualTo(38_000);
    }

    @Test
    void a_discrepancy_left_to_people_has_its_button_and_is_not_noted_while_it_goes_back() {
        var order = ordered("a");
        settling.take(
                order.number(),
                org.gongkao.channel.ChannelCode.WECHAT,
                new org.gongkao.channel.ChannelAnswer.Paid(order.number(), "T-1", Money.yuan(1), order.payer(), now),
                now);
        long id =
                jdbc.sql("select id from payment.discrepancy").query(Long.class).single();
        var ask = "/payment/refunds/new?discrepancy=" + id;
        assertThat(page(Cast.FINANCE, "/payment/discrepancies")).bodyText().contains("退回这笔款项", ask);
        assertThat(page(Cast.AUDITOR, "/payment/discrepancies")).bodyText().doesNotContain("退回这笔款项");
        assertThat(page(Cast.FINANCE, ask)).hasStatusOk().bodyText().contains("误缴", "¥1.00", "全额退回");
        assertThat(post(Cast.FINANCE, "/payment/refunds", "discrepancy", "" + id, "reason", "", "confirmed", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明申请退费的原因");
        assertThat(post(
                        Cast.FINANCE,
                        "/payment/refunds",
                        "discrepancy",
                        "" + id,
                        "reason",
                        "核实为误付",
                        "confirmed",
                        "true"))
                .hasStatus3xxRedirection();
        assertThat(page(Cast.FINANCE, "/payment/discrepancies"))
                .bodyText()
                .contains("待财务受理")
                .doesNotContain("退回这笔款项", "记录处理结果");
        assertThat(post(Cast.FINANCE, "/payment/discrepancies/" + id, "note", "已退"))
                .hasStatus(409)
                .bodyText()
                .contains("正在办理退费");
        var refund = rows.find(jdbc.sql("select number from payment.refund")
                        .query(String.class)
                        .single())
                .orElseThrow();
        act(refund, RefundAct.REJECT, first(), Map.of());
        assertThat(post(Cast.FINANCE, "/payment/discrepancies/" + id, "note", "渠道已自行退回"))
                .hasStatus3xxRedirection();
    }

    private String told() {
        return String.join(
                "\n",
                jdbc.sql("select heading || sentence from notification.message where recipient = :to")
                        .param("to", "person:" + payer().person())
                        .query(String.class)
                        .list());
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<String> exported(String path) throws IOException {
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(page(Cast.AUDITOR, path).getResponse().getContentAsByteArray()))) {
            return book.getFirstSheet().read().stream()
                    .map(line -> line.getCellText(0) + " " + line.getCellText(1))
                    .toList();
        }
    }
}
