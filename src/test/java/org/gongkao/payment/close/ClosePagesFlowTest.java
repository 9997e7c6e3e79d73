package org.gongkao.payment.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.payment.close.GivenMoney.DAY;
import static org.gongkao.payment.close.GivenMoney.line;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelCode;
import org.gongkao.ledger.Bookkeeping;
import org.gongkao.ledger.EntryKind;
import org.gongkao.ledger.LedgerAccount;
import org.gongkao.ledger.Posting;
import org.gongkao.payment.GivenChannel;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Finance's pages: what they show, what they refuse, and that the auditor reads all of it and acts on nothing. */
@NullUnmarked
class ClosePagesFlowTest extends DatabaseTest {

    private static final String PAGE = "/payment/close/2023-04-10";

    @Autowired
    private GivenMoney given;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private DifferenceRows rows;

    @Autowired
    private Bookkeeping book;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void the_morning_after() {
        channel.forget();
        clock.set("2023-04-11T09:00:00");
    }

    @Test
    void before_any_money_came_the_pages_say_so() {
        assertThat(page("/payment/close"))
                .hasStatusOk()
                .bodyText()
                .contains("还没有结过账", "没有待结的日子", "这段时间没有收支", "未了差异合计", "¥0.00");
        assertThat(page("/payment/ledger")).hasStatusOk().bodyText().contains("没有符合条件的分录");
        assertThat(page("/payment/statements"))
                .hasStatusOk()
                .bodyText()
                .contains("微信支付和支付宝的对账单都已到齐", "还没有对账单", "还没有导入过财政缴款数据");
        assertThat(page(PAGE)).hasStatus(404);
        assertThat(page("/payment/close/yesterday")).hasStatus(404);
    }

    @Test
    void the_overview_leads_with_the_sum_of_all_that_does_not_agree() {
        aDayWithDifferences();
        assertThat(page("/payment/close"))
                .hasStatusOk()
                .bodyText()
                .contains("未了差异合计", "¥385.00", "2 条未了", "缺财政缴款数据", "按渠道", "微信支付", "三级（高级工）", "涧西");
        assertThat(page("/payment/close?channel=ALIPAY")).bodyText().contains("这段时间没有收支");
        assertThat(page("/payment/close?from=2023-13-01&to=2023-04-01"))
                .hasStatus(422)
                .bodyText()
                .contains("日期应写成 2023-04-10 的样子。", "2023-13-01");
        assertThat(page("/payment/close?from=2023-04-02&to=2023-04-01")).hasStatus(422);
    }

    @Test
    void a_day_shows_its_sources_its_differences_and_why_it_cannot_be_closed() {
        aDayWithDifferences();
        assertThat(page(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("微信支付对账单", "已到，1 行", "对账单没有", "我方未记账", "现在不能结账。", "还缺少财政缴款数据。");
        assertThat(post(PAGE, "")).hasStatus(409).bodyText().contains("还缺少财政缴款数据，不能结账");
    }

    @Test
    void sums_that_differ_before_the_lines_were_compared_are_no_agreement() {
        aDayWithDifferences();
        assertThat(page(PAGE)).bodyText().contains("有差异").doesNotContain("待逐笔核对");
        given.breaks("delete from payment.difference_act; delete from payment.difference");
        assertThat(page(PAGE)).bodyText().contains("待逐笔核对", "微信支付对账单还没有逐笔核对");
    }

    @Test
    void a_difference_without_words_is_refused_beside_its_field_and_with_words_is_explained() {
        aDayWithDifferences();
        long id = rows.of(DAY, 1).getFirst().id();
        var at = PAGE + "/differences/" + id;
        assertThat(post(at, "note=&act=explain"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因和依据，500 字以内。", "href=\"#f-note-" + id + "\"");
        assertThat(post(at, "note=" + "长".repeat(501) + "&act=settle"))
                .hasStatus(422)
                .bodyText()
                .contains("长长长");
        assertThat(post(at, "note=渠道次日补列&act=explain")).hasStatus(302);
        assertThat(page(PAGE)).bodyText().contains("渠道次日补列（钱会计，2023年4月11日 09:00）");
        assertThat(post(at + "/owner", "owner=77")).hasStatus(422).bodyText().contains("请在财务人员中选择经办人。");
        long self = cast.actor(Cast.FINANCE).account();
        assertThat(post(at + "/owner", "owner=" + self)).hasStatus(302);
        assertThat(page(PAGE)).bodyText().contains("经办：钱会计");
        assertThat(post(at, "note=核实无误&act=settle")).hasStatus(302);
        assertThat(post(at, "note=再来&act=settle")).hasStatus(409);
        assertThat(post(PAGE + "/differences/999999", "note=x&act=explain")).hasStatus(404);
    }

    @Test
    void the_treasurys_file_is_taken_at_the_page_or_refused_with_every_fault() {
        given.pay("a", "2023-04-10T09:00:00");
        var wrong = GivenMoney.csv("2023-04-10,现金,FS-000001,1.00", "2023-04-10,微信支付,FS-000002,0");
        assertThat(upload(wrong)).hasStatus(422).bodyText().contains("第 2 行“渠道”", "第 3 行“金额”", "有 2 处需要改正");
        var other = new String(GivenMoney.csv("2023-04-10,微信支付,FS-000002,365"), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_16);
        assertThat(upload(other)).hasStatus(422).bodyText().contains("请另存为“CSV UTF-8”格式后重新导入");
        assertThat(upload(GivenMoney.csv("2023-04-10,微信支付,FS-000002,365"))).hasStatus(302);
        assertThat(page(PAGE)).bodyText().contains("FS-000002", "已入账");
        assertThat(page("/payment/statements")).bodyText().contains("缴款.csv", "¥365.00");
        long slip =
                jdbc.sql("select id from payment.fiscal_line").query(Long.class).single();
        assertThat(post(PAGE + "/slips/" + slip, "reason=")).hasStatus(422);
        assertThat(post(PAGE + "/slips/" + slip, "reason=录错")).hasStatus(302);
        assertThat(page(PAGE)).bodyText().contains("已冲正：录错");
    }

    @Test
    void a_day_that_gave_back_more_than_it_took_says_why_it_is_due_less_than_nothing_and_what_to_do() {
        given.pay("a", "2023-04-10T09:00:00");
        given.fiscal(DAY, "FS-000001", "365.00", clock.instant());
        gaveBack(Money.yuan(365), "2023-04-11T10:00:00");
        clock.set("2023-04-12T09:00:00");
        var next = PAGE.replace("10", "11");
        given.statement(DAY.plusDays(1), clock.instant());
        assertThat(page(next))
                .bodyText()
                .contains("退费比收费多 ¥365.00", "已经上缴", "请照此说明缺少的原因")
                .doesNotContain("请向财政非税系统查询");
        given.fiscal(DAY.plusDays(1), "FS-000002", "20.00", clock.instant());
        assertThat(page(next))
                .bodyText()
                .contains("财政却记有缴款 ¥20.00", "从以后的上缴款中抵减，或者向财政申请退付", "说明并了结")
                .doesNotContain("请照此说明缺少的原因");
        assertThat(rows.of(DAY.plusDays(1), 9))
                .filteredOn(one -> one.kind().isFiscal())
                .singleElement()
                .satisfies(one -> assertThat(one.ours()).isEqualTo(new Money(-36_500)));
    }

    private void gaveBack(Money amount, String at) {
        var about = new Posting.About(ChannelCode.WECHAT, "GRADING", null, "R2023041100000001", null, null);
        transaction.executeWithoutResult(status -> {
            book.post(
                    Posting.of(
                            "a",
                            EntryKind.REFUND_APPROVED,
                            LedgerAccount.INCOME,
                            LedgerAccount.REFUND_DUE,
                            amount,
                            about),
                    GivenMoney.OFFICER,
                    GivenMoney.at(at));
            book.post(
                    Posting.of(
                            "b", EntryKind.REFUND_PAID, LedgerAccount.REFUND_DUE, LedgerAccount.CHANNEL, amount, about),
                    GivenMoney.OFFICER,
                    GivenMoney.at(at));
        });
    }

    @Test
    void a_day_is_closed_at_its_page_and_shows_its_hash() {
        var order = given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, clock.instant(), line(order, "2023-04-10T09:00:00"));
        assertThat(post(PAGE + "/sources/FISCAL", "reason=")).hasStatus(422);
        assertThat(page(PAGE)).bodyText().doesNotContain("按渠道记为差异");
        given.fiscal(DAY, "FS-000001", "365.00", clock.instant());
        assertThat(page(PAGE)).bodyText().contains("确认结账", "没有查出差异", "一致");
        assertThat(post(PAGE, "")).hasStatus(302);
        var hash = jdbc.sql("select hash from ledger.v_closed_day")
                .query(String.class)
                .single();
        assertThat(page(PAGE)).bodyText().contains(hash, "第 1 号", "钱会计").doesNotContain("确认结账");
        assertThat(page("/payment/close")).bodyText().contains("已结至2023年4月10日");
        assertThat(post(PAGE, "")).hasStatus(409).bodyText().contains("这一天已经结账");
    }

    @Test
    void the_auditor_reads_everything_and_acts_on_nothing() {
        aDayWithDifferences();
        for (var path : new String[] {"/payment/close", PAGE, "/payment/ledger", "/payment/statements"}) {
            assertThat(page(path, Cast.AUDITOR)).as(path).hasStatusOk();
        }
        assertThat(page(PAGE, Cast.AUDITOR))
                .bodyText()
                .contains("不用办理")
                .doesNotContain("记录说明", "确认结账", "说明缺少的原因", "处理 2 条差异");
        assertThat(page("/payment/close", Cast.AUDITOR)).bodyText().contains("不用办理");
        assertThat(page("/payment/statements", Cast.AUDITOR)).bodyText().doesNotContain("缴款数据文件");
        assertThat(mvc.perform(multipart("/payment/fiscal")
                        .file(new MockMultipartFile("file", new byte[1]))
                        .with(csrf())
                        .with(cast.as(Cast.AUDITOR))))
                .hasStatus(403);
    }

    @Test
    void the_book_is_found_by_day_account_charge_and_transaction_and_goes_on_by_key() {
        for (int n = 0; n < 27; n++) {
            given.pay("k" + n, "2023-04-10T09:00:00");
        }
        assertThat(page("/payment/ledger"))
                .bodyText()
                .contains("本页 50 行", "after=")
                .contains("渠道待结算款", "应缴财政款");
        var next = jdbc.sql("select min(id) + 1 from ledger.entry")
                .query(Long.class)
                .single();
        assertThat(page("/payment/ledger?after=" + next + "-2")).bodyText().contains("本页 3 行", "回到第一页");
        assertThat(page("/payment/ledger?account=INCOME&day=2023-04-10"))
                .bodyText()
                .contains("本页 27 行");
        assertThat(page("/payment/ledger?day=2023-04-11")).bodyText().contains("没有符合条件的分录");
        var number = jdbc.sql("select number from payment.charge where purpose_key = 'k3'")
                .query(String.class)
                .single();
        assertThat(page("/payment/ledger?q=" + number)).bodyText().contains("本页 2 行", number);
        assertThat(page("/payment/ledger?q=k3")).as("the file").bodyText().contains("本页 2 行", number);
        assertThat(page("/payment/ledger?q=GK7")).bodyText().contains("本页 50 行", "q=GK7");
        assertThat(page("/payment/ledger?q=1")).bodyText().contains("没有符合条件的分录");
        assertThat(page("/payment/ledger?transaction=T-Pk3_1")).bodyText().contains("本页 2 行");
        assertThat(page("/payment/ledger?day=x")).hasStatus(422);
    }

    @Test
    void the_export_is_what_is_filtered_and_no_number_of_a_stranger_becomes_a_formula() throws IOException {
        var order = given.order("a", "2023-04-10T09:00:00");
        given.tell(order, "2023-04-10T09:00:00", "2023-04-10T09:00:00");
        given.breaks("update ledger.line set transaction_no = '=1+1,\"x\"'");
        var text = page("/payment/ledger/export?format=csv&account=CHANNEL");
        assertThat(text).hasStatusOk();
        var body = new String(text.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(body.lines())
                .as("above it what was chosen, as many lines whatever it was")
                .startsWith(
                        "\uFEFF查找,不限", "记账日,不限", "科目,渠道待结算款", "渠道流水号,不限", "导出时间," + Shanghai.second(clock.instant()))
                .hasSize(6 + 1);
        assertThat(body.lines().skip(5).findFirst().orElseThrow()).startsWith("凭证号,");
        assertThat(body).contains("\"'=1+1,\"\"x\"\"\"", "365.00", "涧西区工考管理机构");
        var sheet = page("/payment/ledger/export?format=xlsx").getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet));
                var lines = book.getFirstSheet().openStream()) {
            assertThat(lines)
                    .as("four filters, the time and the head above them")
                    .hasSize(6 + 2);
        }
        assertThat(text.getResponse().getHeader("Content-Disposition"))
                .contains(java.net.URLEncoder.encode("账簿.csv", StandardCharsets.UTF_8));
        assertThat(page("/payment/ledger")).bodyText().contains("前 5 行是所选条件和导出时间，第 6 行是表头");
        assertThat(jdbc.sql("select count(*) from audit.line where act = '导出账簿'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_differences_of_all_days_are_found_by_payer_and_day_and_exported_as_they_are_filtered() throws IOException {
        aDayWithDifferences();
        given.pay("b", "2023-04-10T10:00:00");
        given.statement(DAY, clock.instant());
        assertThat(page("/payment/close/differences"))
                .hasStatusOk()
                .bodyText()
                .contains("2 条对账差异未了，不分正负合计 ¥385.00", "本页 2 条", "我方未记账", PAGE);
        var charge = jdbc.sql("select number from payment.charge where purpose_key = 'a'")
                .query(String.class)
                .single();
        for (var term : List.of("a", charge, "GK7", "Pa_1", "T-Pa_1")) {
            assertThat(page("/payment/close/differences?q=" + term))
                    .as(term)
                    .bodyText()
                    .contains("本页 1 条", "对账单没有")
                    .doesNotContain("我方未记账");
        }
        assertThat(page("/payment/close/differences?q=T-unknown")).bodyText().contains("本页 1 条", "我方未记账");
        assertThat(page("/payment/close/differences?state=settled&q=a"))
                .bodyText()
                .contains("没有找到差异", "查看全部");
        assertThat(page("/payment/close/differences?day=2023-04-10")).bodyText().contains("本页 2 条");
        assertThat(page("/payment/close/differences?day=2023-04-09")).bodyText().contains("这里没有差异", "查看全部");
        assertThat(page("/payment/close/differences?day=x"))
                .hasStatus(422)
                .bodyText()
                .contains("日期应写成 2023-04-10 的样子。", "value=\"x\"");
        assertThat(page(PAGE)).bodyText().contains("/payment/close/differences/export?day=2023-04-10");
        assertThat(page("/payment/close")).bodyText().contains("href=\"/payment/close/differences\"");
        assertThat(exported("/payment/close/differences/export?day=2023-04-10"))
                .startsWith(
                        List.of("状态", "全部"),
                        List.of("查找", "不限"),
                        List.of("记账日", "2023年4月10日"),
                        List.of("导出时间", "2023年4月11日 09:00:00"))
                .hasSize(5 + 2)
                .last()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .contains("2023年4月10日", "对账单没有", "微信支付", "T-Pa_1", "Pa_1", "365.00", "-365.00", "待处理");
        assertThat(exported("/payment/close/differences/export?q=T-unknown")).hasSize(5 + 1);
        assertThat(page("/payment/close/differences/export", Cast.CITY)).hasStatus(403);
        assertThat(page("/payment/close/differences/export?day=x")).hasStatus(422);
        assertThat(jdbc.sql("select detail from audit.line where act = '导出对账差异' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("2 条", "1 条");
    }

    private List<List<String>> exported(String path) throws IOException {
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(page(path).getResponse().getContentAsByteArray()))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    @Test
    void differences_go_on_by_key() {
        aDayWithDifferences();
        given.breaks("""
                insert into payment.difference (day, kind, channel, mark, ours_fen, theirs_fen, state, found_at)
                select '2023-04-10', 'MISSING_HERE', 'WECHAT', 'IN:X' || g, 0, 100, 'OPEN', now() from generate_series(1, 60) g
                """);
        long from = jdbc.sql("select id from payment.difference where mark = 'IN:X11'")
                .query(Long.class)
                .single();
        assertThat(page("/payment/close/differences?state=unsettled"))
                .bodyText()
                .contains("本页 50 条", "state=unsettled&amp;before=" + from);
        assertThat(page("/payment/close/differences?state=unsettled&before=" + from))
                .bodyText()
                .contains("本页 12 条", "回到第一页");
    }

    @Test
    void the_sums_are_exported_as_they_are_filtered_table_by_table() throws IOException {
        given.pay("a", "2023-04-10T09:00:00");
        assertThat(page("/payment/close?from=2023-04-01&to=2023-04-10&channel=WECHAT"))
                .bodyText()
                .contains("/payment/close/export?from=2023-04-01&amp;to=2023-04-10&amp;channel=WECHAT");
        var answer = page(
                "/payment/close/export?from=2023-04-01&to=2023-04-10&channel=WECHAT&purpose=GRADING&region=410305");
        assertThat(answer).hasStatusOk();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("按日", "按渠道", "按事由", "按机构", "按等级");
            assertThat(book.getFirstSheet().read().stream()
                            .map(row -> row.stream().map(cell -> cell.getText()).toList()))
                    .containsExactly(
                            List.of("记账日", "2023年4月1日至2023年4月10日"),
                            List.of("渠道", "微信支付"),
                            List.of("事由", "等级考核费"),
                            List.of("工考管理机构", "涧西区工考管理机构"),
                            List.of("等级", "不限"),
                            List.of("导出时间", "2023年4月11日 09:00:00"),
                            List.of("日期", "收款（元）", "退款（元）", "上缴（元）", "净额（元）"),
                            List.of("2023年4月10日", "365.00", "0.00", "0.00", "365.00"),
                            List.of("合计", "365.00", "0.00", "0.00", "365.00"));
        }
        assertThat(page("/payment/close/export?from=2023-04-10&to=2023-04-01")).hasStatus(422);
        assertThat(page("/payment/close/export", Cast.AUDITOR)).hasStatusOk();
        assertThat(page("/payment/close/export", Cast.CITY)).hasStatus(403);
    }

    /** One receipt that the channel does not list, and one payment of the channel's that nobody knows. */
    private void aDayWithDifferences() {
        given.pay("a", "2023-04-10T09:00:00");
        given.statement(DAY, clock.instant(), line("T-unknown", null, Money.yuan(20), "2023-04-10T11:00:00"));
    }

    private MvcTestResult page(String path) {
        return page(path, Cast.FINANCE);
    }

    private MvcTestResult page(String path, String who) {
        return mvc.get().uri(java.net.URI.create(path)).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String path, String form) {
        var request = mvc.post().uri(path).with(csrf()).with(cast.as(Cast.FINANCE));
        for (var pair : form.split("&")) {
            if (!pair.isEmpty()) {
                request = request.param(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return request.exchange();
    }

    private MvcTestResult upload(byte[] content) {
        return mvc.perform(multipart("/payment/fiscal")
                .file(new MockMultipartFile("file", "缴款.csv", "text/csv", content))
                .with(csrf())
                .with(cast.as(Cast.FINANCE)));
    }
}
