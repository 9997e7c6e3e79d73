package org.gongkao.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.FiscalAnswer;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.SearchField;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Chrome;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 财政电子票据（豫财非税〔2019〕1号）：在缴费记录中查看、下载，不提供纸质票据。 */
class ReceiptFlowTest extends DatabaseTest {

    @Autowired
    private GivenReceipts given;

    @Autowired
    private GivenIssuer issuer;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private Persons persons;

    @Autowired
    private ReceiptLists lists;

    @Autowired
    private TemplateEngine templates;

    private long charge;
    private String number = "";

    @BeforeEach
    void paid() {
        channel.forget();
        issuer.forget();
        clock.set("2023-04-10T09:00:00");
        charge = given.paid("k1", cast.actor(Cast.WORKER));
        number = given.number(charge);
    }

    @Test
    void 缴费后在缴费记录中查看和下载电子票据_含代码_号码_校验码_付款人() {
        assertThat(get(chargePath(), Cast.WORKER))
                .bodyText()
                .contains("财政电子票据", "开具中")
                .doesNotContain("下载 PDF");
        given.work();
        assertThat(get(chargePath(), Cast.WORKER))
                .bodyText()
                .contains("票据代码", GivenIssuer.CODE, "票据号码", GivenIssuer.number(1), "校验码", "AB12CD", "付款人", "陈立民")
                .contains("下载 PDF", "¥380.00");
        assertThat(get("/charges/receipts", Cast.WORKER))
                .hasStatusOk()
                .bodyText()
                .contains(GivenIssuer.number(1), "/charges/receipts/" + number);
        assertThat(get("/charges/receipts/" + number, Cast.WORKER))
                .hasStatusOk()
                .hasContentType("application/pdf")
                .body()
                .isEqualTo(GivenIssuer.PDF);
    }

    @Test
    void 票据只有付款人_财务和审计能看_其他人看不到() {
        given.work();
        var download = "/charges/receipts/" + number;
        for (var who : new String[] {Cast.WORKER, Cast.FINANCE, Cast.AUDITOR}) {
            assertThat(get(download, who)).as(who).hasStatusOk();
        }
        for (var who : new String[] {Cast.CITY_WORKER, Cast.UNIT, Cast.CITY_UNIT}) {
            assertThat(get(download, who)).as(who).hasStatus(404);
        }
        for (var who : new String[] {Cast.COUNTY, Cast.ADMINISTRATOR}) {
            assertThat(get(download, who)).as(who).hasStatus(403);
        }
        assertThat(get("/charges/receipts", Cast.CITY_WORKER)).bodyText().contains("还没有票据");
        assertThat(jdbc.sql("select count(*) from audit.line where act = '下载电子票据'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void 单位教材费的票据由单位经办人查看下载() {
        long books = given.paidForTextbooks("books", CastSeeds.COUNTY_UNIT, cast.actor(Cast.UNIT));
        given.work();
        var download = "/charges/receipts/" + given.number(books);
        assertThat(get("/charges/receipts", Cast.UNIT)).bodyText().contains("洛阳市涧西区实验幼儿园", download);
        assertThat(get(download, Cast.UNIT)).hasStatusOk();
        assertThat(get(download, Cast.CITY_UNIT)).hasStatus(404);
        assertThat(get(download, Cast.WORKER)).hasStatus(404);
    }

    @Test
    void a_receipt_that_is_not_there_yet_cannot_be_downloaded() {
        assertThat(get("/charges/receipts/" + number, Cast.WORKER)).hasStatus(404);
    }

    @Test
    void 付款人姓名有误的_一人提出_另一人复核_冲红后按登记的姓名重开() {
        given.work();
        assertThat(post("/correction", Cast.FINANCE, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写明冲红重开的原因");
        var tooLong = "姓".repeat(301);
        assertThat(post("/correction", Cast.FINANCE, "reason", tooLong))
                .hasStatus(422)
                .bodyText()
                .contains(tooLong);
        assertThat(post("/correction/confirm", Cast.SECOND_FINANCE)).hasStatus(409);
        persons.changeName(cast.actor(Cast.WORKER).person(), "陈立明", Actor.SYSTEM, clock.instant());
        assertThat(post("/correction", Cast.FINANCE, "reason", "姓名用字有误")).hasStatus3xxRedirection();
        assertThat(post("/correction", Cast.SECOND_FINANCE, "reason", "再提一次")).hasStatus(409);
        assertThat(post("/correction/confirm", Cast.FINANCE))
                .hasStatus(409)
                .bodyText()
                .contains("须由两个人办理");
        assertThat(get(page(), Cast.FINANCE)).bodyText().contains("姓名用字有误").doesNotContain("同意冲红重开</button>");
        assertThat(get(page(), Cast.SECOND_FINANCE)).bodyText().contains("同意冲红重开</button>");
        assertThat(post("/correction/confirm", Cast.SECOND_FINANCE, "version", "0"))
                .as("decided on what was on another screen")
                .hasStatus(409);
        assertThat(post("/correction/confirm", Cast.SECOND_FINANCE)).hasStatus3xxRedirection();
        given.work();
        given.work();
        var anew = given.last(charge);
        assertThat(anew.payer()).isEqualTo("陈立明");
        assertThat(anew.amount()).isEqualTo(Money.yuan(380));
        assertThat(get(page(), Cast.AUDITOR)).bodyText().contains("已冲红", "重开的票据 " + anew.number());
        assertThat(get(chargePath(), Cast.WORKER)).bodyText().contains("陈立明", "已开具");
        assertThat(get("/charges/receipts", Cast.WORKER)).bodyText().contains("已冲红作废");
    }

    @Test
    void who_asked_for_the_correction_does_not_agree_under_another_account() {
        given.work();
        assertThat(post("/correction", Cast.FINANCE, "reason", "姓名用字有误")).hasStatus3xxRedirection();
        cast.again(Cast.FINANCE);
        assertThat(post("/correction/confirm", Cast.FINANCE + "_again"))
                .hasStatus(409)
                .bodyText()
                .contains("须由两个人办理");
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
    }

    @Test
    void a_correction_that_is_not_agreed_to_leaves_the_receipt_as_it_was() {
        given.work();
        post("/correction", Cast.FINANCE, "reason", "姓名用字有误");
        assertThat(post("/correction/decline", Cast.FINANCE)).hasStatus3xxRedirection();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(given.last(charge).proposal()).isNull();
        assertThat(given.work()).isZero();
    }

    @Test
    void what_was_refused_is_requested_again_under_a_new_number_after_the_issuer_was_asked() {
        issuer.says(new FiscalAnswer.Refused("项目编码未启用"));
        given.work();
        assertThat(get("/payment/receipts?state=open", Cast.FINANCE)).bodyText().contains("有 1 张电子票据需要处理", "项目编码未启用");
        assertThat(get(chargePath(), Cast.WORKER))
                .as("for finance to mend")
                .bodyText()
                .doesNotContain("项目编码");
        issuer.says(new FiscalAnswer.NoAnswer("超时"));
        assertThat(post("/retry", Cast.FINANCE)).hasStatus(409).bodyText().contains("开票系统现在没有答复");
        assertThat(post("/retry", Cast.FINANCE)).hasStatus3xxRedirection();
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(issuer.asked()).containsExactly(number + "I1", number + "I2");
        assertThat(post("/retry", Cast.FINANCE)).as("nothing to request").hasStatus(409);
    }

    @Test
    void what_was_refused_and_issued_all_the_same_is_taken_and_a_wrong_one_is_not() {
        issuer.says(new FiscalAnswer.Refused("忙"));
        given.work();
        var right = issuer.issued(issuer.last(), 5);
        var wrong = new FiscalAnswer.Issued(
                right.code(),
                right.number(),
                right.checkCode(),
                right.payer(),
                Money.yuan(1),
                right.issuedAt(),
                right.pdf());
        issuer.says(wrong);
        assertThat(post("/retry", Cast.FINANCE)).hasStatus(409).bodyText().contains("已有一张内容不符的票据");
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.REFUSED);
        issuer.says(right);
        assertThat(post("/retry", Cast.FINANCE)).hasStatus3xxRedirection();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.ISSUED);
        assertThat(issuer.asked()).as("not requested again").hasSize(1);
    }

    @Test
    void a_red_mark_that_is_refused_waits_for_finance_and_is_requested_again() {
        given.work();
        given.refunded(charge, Money.ZERO);
        issuer.says(new FiscalAnswer.Refused("跨年票据须人工冲红"));
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.RED_REFUSED);
        assertThat(get(page(), Cast.FINANCE)).bodyText().contains("冲红被退回", "跨年票据须人工冲红");
        assertThat(post("/retry", Cast.FINANCE)).hasStatus3xxRedirection();
        given.work();
        assertThat(given.last(charge).state()).isEqualTo(ReceiptState.RED_MARKED);
        assertThat(issuer.asked()).containsExactly(number + "I1", number + "R1", number + "R2");
    }

    @Test
    void an_issuer_that_contradicts_itself_is_looked_into_by_finance_who_writes_down_what_came_of_it() {
        given.work();
        issuer.says(issuer.issued(issuer.last(), 88));
        jdbc.sql("update payment.fiscal_receipt set state = 'ASKED', ask_at = now()")
                .update();
        given.work();
        assertThat(get("/payment/receipts?state=open", Cast.AUDITOR)).bodyText().contains(GivenIssuer.number(88));
        assertThat(post("/doubt", Cast.FINANCE, "note", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请写明与开票系统核对的结果");
        assertThat(post("/doubt", Cast.FINANCE, "note", "后一张已由开票方作废")).hasStatus3xxRedirection();
        assertThat(get(page(), Cast.AUDITOR)).bodyText().contains("疑点已核实", "后一张已由开票方作废");
        assertThat(given.last(charge).doubt()).isNull();
    }

    @Test
    void the_queue_is_found_by_state_name_and_number_and_exported_as_it_is_filtered() throws IOException {
        given.work();
        given.paid("k2", cast.actor(Cast.CITY_WORKER));
        assertThat(get("/payment/receipts", Cast.FINANCE)).bodyText().contains("陈立民", "赵桂英", "等待开票系统答复", "待确认");
        assertThat(get("/payment/receipts?state=issued", Cast.FINANCE))
                .bodyText()
                .contains("陈立民")
                .doesNotContain("赵桂英");
        assertThat(get("/payment/receipts?q=赵", Cast.FINANCE))
                .bodyText()
                .contains("赵桂英")
                .doesNotContain("陈立民");
        assertThat(get("/payment/receipts?q=" + GivenIssuer.number(1), Cast.FINANCE))
                .bodyText()
                .contains("陈立民")
                .doesNotContain("赵桂英");
        assertThat(get("/payment/receipts?q=k2", Cast.FINANCE))
                .as("the file that is paid for")
                .bodyText()
                .contains("赵桂英")
                .doesNotContain("陈立民");
        assertThat(get("/payment/receipts?q=%", Cast.FINANCE))
                .as("text, never a pattern")
                .bodyText()
                .contains("没有找到票据", "没有“%”的款项", "查看全部");
        assertThat(get("/payment/receipts?state=nothing&after=x", Cast.FINANCE)).hasStatusOk();
        var sheet = get("/payment/receipts/export?state=issued", Cast.AUDITOR);
        assertThat(sheet).hasStatusOk();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(sheet.getResponse().getContentAsByteArray()))) {
            var lines = book.getFirstSheet().read();
            assertThat(lines.stream().limit(2).map(line -> line.getCellText(0) + " " + line.getCellText(1)))
                    .containsExactly("状态 已开具", "查找 不限");
            assertThat(lines.get(2).getCellText(0)).isEqualTo("导出时间");
            assertThat(lines).hasSize(5);
            assertThat(lines.get(4).getCellText(1)).isEqualTo("陈立民");
            assertThat(lines.get(4).getCellAsNumber(3).orElseThrow().doubleValue())
                    .isEqualTo(380.0);
            assertThat(lines.get(4).getCellText(5)).isEqualTo(GivenIssuer.number(1));
        }
    }

    @Test
    void without_an_issuer_the_page_says_that_none_is_connected_and_how_many_wait() {
        var search = ReceiptSearch.of("", "", "");
        var field = new SearchField(ReceiptQueuePage.HERE, Map.of(), "", "", "");
        var page = ReceiptQueuePage.of(
                search, field, lists.find(search, 50, cast.actor(Cast.FINANCE)), false, 0, 1, "", "");
        var chrome = new Chrome(
                cast.actor(Cast.FINANCE),
                "",
                "",
                Chrome.Organiser.UNKNOWN,
                "",
                null,
                null,
                List.of(),
                "_csrf",
                "token",
                false,
                false);
        var html = new StringOutput();
        templates.render("payment/receipt/queue.jte", Map.of("chrome", chrome, "page", page), html);
        assertThat(html.toString()).contains("没有接入开票系统", "1 张票据在排队等待");
    }

    @Test
    void the_auditor_reads_and_changes_nothing() {
        given.work();
        assertThat(get(page(), Cast.AUDITOR))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<button class=\"btn btn-primary\">提出");
        for (var act : new String[] {"/retry", "/correction", "/correction/confirm", "/correction/decline", "/doubt"}) {
            assertThat(post(act, Cast.AUDITOR)).as(act).hasStatus(403);
        }
    }

    private String chargePath() {
        return "/charges/"
                + jdbc.sql("select number from payment.charge where id = :id")
                        .param("id", charge)
                        .query(String.class)
                        .single();
    }

    private String page() {
        return "/payment/receipts/" + number;
    }

    private MvcTestResult get(String uri, String who) {
        return mvc.get().uri(uri).with(cast.as(who)).exchange();
    }

    private MvcTestResult post(String act, String who) {
        int version = jdbc.sql("select version from payment.fiscal_receipt where number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
        return post(act, who, "version", String.valueOf(version));
    }

    private MvcTestResult post(String act, String who, String name, String value) {
        int version = jdbc.sql("select version from payment.fiscal_receipt where number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
        var request = mvc.post().uri(page() + act).param(name, value);
        if (!name.equals("version")) {
            request = request.param("version", String.valueOf(version));
        }
        return request.with(cast.as(who)).with(csrf()).exchange();
    }
}
