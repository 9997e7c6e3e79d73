package org.gongkao.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.application.review.GivenFile;
import org.gongkao.channel.Channel;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.RefundAnswer;
import org.gongkao.channel.RefundOrder;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.payment.Channels;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Charges;
import org.gongkao.payment.Settlement;
import org.gongkao.payment.Settling;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the code on the charge's page to the bank's statement, and what is done with money that no code explains. */
class TransferFlowTest extends DatabaseTest {

    private static final String HEAD = "交易日期时间,流水号,收入,支出,对方户名,附言\n";

    /** The cast has one officer of finance; the second is known to nobody else. */
    private static final Actor SECOND = new Actor(9_001, "孙会计", Role.FINANCE, "agency:410300", null);

    @Autowired
    private GivenFile files;

    @Autowired
    private Charges charges;

    @Autowired
    private Channels channels;

    @Autowired
    private Settling settling;

    @Autowired
    private AssigningTransfers assigning;

    @Autowired
    private JobSteps jobs;

    private String file = "";

    @BeforeEach
    void approved() {
        clock.set("2023-04-10T09:00:00");
        file = files.inReview(cast.actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(file, cast.actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void the_page_shows_account_amount_and_code_and_the_same_code_when_it_is_opened_again() {
        var code = setOut();
        var shown = code.substring(0, 4) + " " + code.substring(4, 7) + " " + code.substring(7);
        for (int again = 0; again < 2; again++) {
            assertThat(page())
                    .bodyText()
                    .contains(shown, "洛阳市工考管理机构", "410000000000017", "演示银行洛阳分行", "¥365.00", "必须把缴款码写进附言", "以银行流水为准");
        }
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.PREPARED);
        assertThat(count("payment.transfer_code")).isOne();
    }

    @Test
    void a_transfer_with_its_code_is_paid_once_the_statement_is_taken() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        var csv = HEAD
                + line("09:15:00", "B001", "365.00", "陈立民", "工考 " + code.substring(0, 5) + " " + code.substring(5));
        var preview = send(csv);
        assertThat(preview).hasStatusOk().bodyText().contains("核对无误，还没有登记", "已对上", "1 笔，合计 ¥365.00");
        assertThat(charges.find(file).state()).as("looking changes nothing").isEqualTo(ChargeState.PREPARED);
        take(preview);
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.SETTLED);
        assertThat(jdbc.sql("select line from job.input").query(Integer.class).list())
                .as("the job counts as the file does")
                .containsExactly(2);
        await().untilAsserted(() -> assertThat(files.state(file)).isEqualTo("PAID"));
        assertThat(page()).bodyText().contains("已缴费", "2023年4月10日 09:15:00");
        assertThat(jdbc.sql("select transaction_no from payment.receipt")
                        .query(String.class)
                        .single())
                .isEqualTo("B001");
        assertThat(jdbc.sql("select payer from payment.statement_line")
                        .query(String.class)
                        .single())
                .as("the name is kept for the record")
                .isEqualTo("陈立民");
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo(36_500);
    }

    @Test
    void the_same_statement_again_and_one_that_overlaps_take_nothing_twice() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        var csv = HEAD + line("09:15:00", "B001", "365.00", "陈立民", code);
        take(send(csv));
        var again = send(csv);
        assertThat(again).bodyText().contains("1 笔，不重复登记");
        assertThat(post("/payment/transfers", "file", fileOf(again), "first", "2023-04-10", "last", "2023-04-10"))
                .hasStatus(422)
                .bodyText()
                .contains("已经登记过");
        take(send(csv + line("10:00:00", "B002", "1.00", "甲", "无")));
        assertThat(count("payment.receipt")).isOne();
        assertThat(count("payment.transfer_line")).isEqualTo(2);
        var other = send(HEAD + line("09:15:00", "B001", "366.00", "陈立民", code));
        assertThat(other).hasStatus(422).bodyText().contains("第 2 行", "以前登记过同一流水号");
    }

    @Test
    void a_broken_file_is_refused_with_every_fault_audited_and_changes_nothing() {
        setOut();
        clock.set("2023-04-11T09:00:00");
        assertThat(send(HEAD + "2023-04-10 09:15:00,B001,0.001,,甲,a\n2023-04-12 09:15:00,B001,1,,乙,b\n"))
                .hasStatus(422)
                .bodyText()
                .contains("有 3 处问题", "第 2 行", "最多两位小数", "第 3 行", "不在流水的起止日期", "与第 2 行的流水号相同", "2023-04-10");
        assertThat(send((HEAD + line("09:15:00", "B1", "1", "甲", "a")).getBytes(StandardCharsets.UTF_16), "流水.csv"))
                .hasStatus(422)
                .bodyText()
                .contains("另存为“CSV UTF-8");
        assertThat(send(new byte[0], "流水.csv")).hasStatus(422).bodyText().contains("这个文件是空的");
        assertThat(send(new byte[0], "")).hasStatus(422).bodyText().contains("您还没有选择文件");
        assertThat(send("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "流水.csv"))
                .hasStatus(422);
        assertThat(post("/payment/transfers/import", "first", "2023-04-11", "last", "2023-04-11"))
                .hasStatus(422)
                .bodyText()
                .contains("都在今天之前");
        assertThat(post("/payment/transfers/import", "first", "昨天", "last", ""))
                .hasStatus(422)
                .bodyText()
                .contains("昨天");
        assertThat(post("/payment/transfers", "file", "999", "first", "2023-04-10", "last", "2023-04-10"))
                .hasStatus(404);
        assertThat(count("payment.statement")).isZero();
        assertThat(count("payment.transfer_line")).isZero();
        assertThat(count("audit.line where act = '拒收银行流水' and kind = 'REFUSED'"))
                .isEqualTo(8);
        assertThat(count("audit.line where kind = 'REFUSED'"))
                .as("one line each, also of what went on to the error page")
                .isEqualTo(8);
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.PREPARED);
    }

    @Test
    void a_statement_of_the_national_standard_is_taken_as_the_bank_wrote_it() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        take(send((HEAD + line("09:15:00", "B001", "365.00", "陈立民", code)).getBytes(Charset.forName("GBK")), "流水.csv"));
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.SETTLED);
        assertThat(jdbc.sql("select other_name from payment.transfer_line")
                        .query(String.class)
                        .single())
                .isEqualTo("陈立民");
    }

    @Test
    void once_its_lines_are_booked_the_statement_is_compared_with_the_book_by_itself() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "365.00", "陈立民", code) + "2023-04-10 10:00:00,B002,,3.00,银行,手续费\n"));
        await().untilAsserted(() -> assertThat(compared()).containsExactly("OUT:B002"));
        assertThat(get("/payment/close/2023-04-10", Cast.FINANCE)).bodyText().doesNotContain("还没有逐笔核对");
    }

    @Test
    void a_statement_that_settles_nothing_and_one_without_a_line_are_compared_too() {
        setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + "2023-04-10 10:00:00,B002,,3.00,银行,手续费\n"));
        await().untilAsserted(() -> assertThat(compared()).containsExactly("OUT:B002"));
        clock.set("2023-04-12T09:00:00");
        assertThat(post("/payment/transfers/empty", "first", "2023-04-11", "last", "2023-04-11"))
                .hasStatus3xxRedirection();
        await().untilAsserted(
                        () -> assertThat(count("event_publication_archive where event_type like '%StatementBooked'"))
                                .isEqualTo(2));
    }

    private List<String> compared() {
        return jdbc.sql("select distinct split_part(mark, '@', 1) from payment.difference where kind <> 'DAY'")
                .query(String.class)
                .list();
    }

    @Test
    void the_job_of_a_statement_does_not_ask_to_mend_the_banks_lines() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "356.00", "陈立民", code)));
        long job = jdbc.sql("select id from job.job").query(Long.class).single();
        assertThat(get("/jobs/" + job, Cast.FINANCE))
                .bodyText()
                .contains("1 行未成功", "不用修改，也不用重新导入", "缴费差异")
                .doesNotContain("只提交这些行");
    }

    @Test
    void finance_reads_whose_money_a_line_is_in_the_list_in_the_discrepancies_and_in_the_export() throws IOException {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD
                + line("09:15:00", "B001", "356.00", "某某公司", code)
                + line("10:15:00", "B002", "1.00", "某某公司", "无")));
        for (var path : List.of("/payment/transfers?state=MATCHED", "/payment/discrepancies", "/payment/transfers/1")) {
            var shown = path.endsWith("1")
                    ? path.replaceFirst("1$", found(get("/payment/transfers?q=B001", Cast.AUDITOR), "transfers/(\\d+)"))
                    : path;
            assertThat(get(shown, Cast.AUDITOR))
                    .as(shown)
                    .bodyText()
                    .contains("陈立民")
                    .doesNotContain("410305");
        }
        assertThat(get("/payment/transfers?state=UNMATCHED", Cast.AUDITOR))
                .bodyText()
                .doesNotContain("陈立民");
        var sheet = get("/payment/transfers/export?state=MATCHED&q=B001", Cast.FINANCE);
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(sheet.getResponse().getContentAsByteArray()))) {
            var lines = book.getFirstSheet().read();
            assertThat(lines.stream().limit(3).map(line -> line.getCellText(0) + " " + line.getCellText(1)))
                    .containsExactly("流水状态 已对上", "查找 B001", "导出时间 2023年4月11日 09:00:00");
            assertThat(lines.get(3).getCellText(10)).isEqualTo("缴费人");
            assertThat(lines.get(4).getCellText(10)).isEqualTo("陈立民");
            assertThat(lines).hasSize(5);
        }
    }

    @Test
    void another_amount_is_never_paid_and_stands_in_the_list_of_discrepancies() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        var preview = send(HEAD + line("09:15:00", "B001", "356.00", "陈立民", code));
        assertThat(preview).bodyText().contains("金额不符，应缴 ¥365.00");
        take(preview);
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.DISPUTED);
        assertThat(jdbc.sql("select kind || ' ' || amount_fen from payment.discrepancy")
                        .query(String.class)
                        .list())
                .containsExactly("AMOUNT 35600");
        assertThat(booked("UNCLEAR")).isEqualTo(-35_600);
    }

    @Test
    void nothing_lapses_before_the_bank_has_spoken_and_a_transfer_before_the_bell_counts_days_later() {
        var code = setOut();
        var bell = Instant.parse("2023-04-14T16:00:00Z");
        clock.set("2023-04-15T00:10:00");
        assertThat(charges.lapse(file, clock.instant())).isEqualTo(Settlement.UNKNOWN);
        assertThat(bank().close(order())).isInstanceOf(ChannelAnswer.NoAnswer.class);
        ask();
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.UNKNOWN);
        assertThat(page()).bodyText().contains("正在等银行流水确认");
        clock.set("2023-04-18T09:00:00");
        take(send("2023-04-10", "2023-04-13", HEAD + line("09:15:00", "B000", "1.00", "甲", "无")));
        assertThat(bank().close(order())).as("not until the bell").isInstanceOf(ChannelAnswer.NoAnswer.class);
        take(send("2023-04-14", "2023-04-17", HEAD + "2023-04-14 23:59:59,B001,365.00,,陈立民," + code + "\n"));
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.SETTLED);
        assertThat(charges.lapse(file, bell)).isEqualTo(Settlement.SETTLED);
    }

    @Test
    void once_the_bank_has_spoken_until_the_bell_the_unpaid_lapses_also_after_a_day_without_movements() {
        setOut();
        clock.set("2023-04-15T00:10:00");
        charges.lapse(file, clock.instant());
        assertThat(post("/payment/transfers/empty", "first", "2023-04-10", "last", "2023-04-14"))
                .hasRedirectedUrl("/payment/transfers");
        assertThat(bank().close(order())).isInstanceOf(ChannelAnswer.NotPaid.class);
        ask();
        assertThat(charges.lapse(file, clock.instant())).isEqualTo(Settlement.LAPSED);
    }

    @Test
    void money_after_the_bell_is_late_and_stands_in_the_list() {
        var code = setOut();
        clock.set("2023-04-18T09:00:00");
        charges.lapse(file, clock.instant());
        take(send("2023-04-10", "2023-04-17", HEAD + "2023-04-15 00:00:00,B001,365.00,,陈立民," + code + "\n"));
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.LAPSED);
        assertThat(jdbc.sql("select kind from payment.discrepancy")
                        .query(String.class)
                        .list())
                .containsExactly("LATE");
    }

    @Test
    void who_wants_to_pay_otherwise_waits_for_the_banks_word_of_that_day() {
        var code = setOut();
        assertThat(page()).bodyText().contains("还没有转账，改用其他方式", "改用微信支付");
        assertThat(pay("WECHAT")).hasStatus3xxRedirection();
        assertThat(page()).bodyText().contains("正在等银行流水确认").doesNotContain("改用");
        assertThat(pay("WECHAT")).as("still").hasStatus3xxRedirection();
        assertThat(count("payment.channel_order")).isOne();
        clock.set("2023-04-11T09:00:00");
        post("/payment/transfers/empty", "first", "2023-04-10", "last", "2023-04-10");
        ask();
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.OPEN);
        assertThat(pay("WECHAT")).hasStatus3xxRedirection();
        take(send(
                "2023-04-11",
                "2023-04-11",
                HEAD + "2023-04-11 10:00:00,B1,365,,陈立民," + code + "\n",
                "2023-04-12T09:00:00"));
        assertThat(charges.find(file).state())
                .as("the code that was left is paid after all: the person's money counts")
                .isEqualTo(ChargeState.SETTLED);
    }

    @Test
    void a_line_that_no_code_explains_is_assigned_by_two_officers_once() {
        setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "365.00", "陈立民", "考工费")));
        long id = lineId();
        assertThat(booked("UNCLEAR")).as("the money is in the book at once").isEqualTo(-36_500);
        assertThat(get("/payment/transfers?state=UNMATCHED", Cast.AUDITOR))
                .bodyText()
                .contains("B001", "待认领 1");
        assertThat(propose(id, 0, "1234567890", ""))
                .hasStatus(422)
                .bodyText()
                .contains("没有找到这个缴款码", "请写明认领的理由", "1234567890");
        assertThat(propose(id, 0, charges.find(file).number(), "电话核对")).hasStatus3xxRedirection();
        assertThat(post("/payment/transfers/" + id + "/confirmation", "seen", "1"))
                .as("not by who proposed")
                .hasStatus(409);
        assertThat(propose(id, 1, charges.find(file).number(), "再来")).hasStatus(409);
        var again = cast.again(Cast.FINANCE);
        assertThatThrownBy(() -> assigning.confirm(id, 1, again, clock.instant()))
                .as("nor under another account")
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(TransferRefusal.SAME_PERSON));
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.PREPARED);
        assertThat(bank().close(order())).as("a proposal is waited for").isInstanceOf(ChannelAnswer.NoAnswer.class);
        assigning.confirm(id, 1, SECOND, clock.instant());
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.SETTLED);
        assertThat(booked("UNCLEAR")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo(36_500);
        assertThatThrownBy(() -> assigning.confirm(id, 1, SECOND, clock.instant()))
                .isInstanceOf(Refusal.class);
        assertThat(count("payment.receipt")).isOne();
        assertThat(get("/payment/transfers/" + id, Cast.FINANCE)).bodyText().contains("已认领", "孙会计", "电话核对");
    }

    @Test
    void who_confirms_a_line_for_what_was_paid_before_is_told_so() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD
                + line("09:15:00", "B001", "365.00", "陈立民", code)
                + line("10:15:00", "B002", "365.00", "陈立民", "考工费")));
        long id = jdbc.sql("select id from payment.transfer_line where serial = 'B002'")
                .query(Long.class)
                .single();
        assertThat(propose(id, 0, code, "电话核对")).hasStatus3xxRedirection();
        assertThat(get("/payment/transfers/" + id, Cast.FINANCE)).bodyText().contains("这张缴费单已经缴清");
    }

    @Test
    void who_does_not_agree_sends_the_line_back() {
        setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "365.00", "陈立民", "考工费")));
        long id = lineId();
        propose(id, 0, charges.find(file).number(), "姓名相同");
        assertThat(post("/payment/transfers/" + id + "/rejection", "seen", "1", "why", ""))
                .hasStatus(422);
        assigning.reject(id, 1, "同名不同人", SECOND, clock.instant());
        assertThat(get("/payment/transfers/" + id, Cast.FINANCE)).bodyText().contains("待认领", "同名不同人");
        assertThat(charges.find(file).state()).isEqualTo(ChargeState.PREPARED);
    }

    @Test
    void what_is_nobodys_goes_to_the_discrepancies_and_from_there_back_to_the_sender() {
        setOut();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "88.00", "某公司", "货款")));
        long id = lineId();
        assertThat(post("/payment/transfers/" + id + "/set-aside", "seen", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明认领的理由");
        assertThat(post("/payment/transfers/" + id + "/set-aside", "seen", "0", "aside", "对方转错"))
                .hasStatus3xxRedirection();
        assertThat(post("/payment/transfers/" + id + "/set-aside", "seen", "0", "aside", "再来"))
                .hasStatus(409);
        assertThat(jdbc.sql("select kind || ' ' || transaction_no || ' ' || amount_fen from payment.discrepancy")
                        .query(String.class)
                        .list())
                .containsExactly("NO_ORDER B001 8800");
        assertThat(booked("UNCLEAR")).isEqualTo(-8_800);
        assertThat(booked("CHANNEL")).isEqualTo(8_800);
        var refund = new RefundOrder(
                "R9", "B001", "B001", Money.yuan(88), Money.yuan(88), "转错", URI.create("http://gongkao.test"));
        assertThat(bank().refund(refund)).isInstanceOf(RefundAnswer.Working.class);
    }

    @Test
    void two_codes_in_one_purpose_are_nobodys() {
        var code = setOut();
        var other = files.inReview(
                cast.actor(Cast.CITY_WORKER), CastSeeds.CITY_UNIT, cast.actor(Cast.COUNTY), clock.instant());
        files.approve(other, cast.actor(Cast.COUNTY), clock.instant());
        var second = setOut(other, Cast.CITY_WORKER);
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "730.00", "甲", code + " 和 " + second)));
        assertThat(jdbc.sql("select state from payment.transfer_line")
                        .query(String.class)
                        .single())
                .isEqualTo("UNMATCHED");
    }

    @Test
    void a_refund_is_done_when_the_bank_shows_it_going_out() {
        var code = setOut();
        var order = order();
        clock.set("2023-04-11T09:00:00");
        take(send(HEAD + line("09:15:00", "B001", "365.00", "陈立民", code)));
        var refund = new RefundOrder(
                "R202304110001",
                order,
                "B001",
                Money.yuan(365),
                Money.yuan(365),
                "重复缴费",
                URI.create("http://gongkao.test"));
        assertThat(bank().refund(refund)).isInstanceOf(RefundAnswer.Working.class);
        assertThat(bank().refund(refund)).as("asked again").isInstanceOf(RefundAnswer.Working.class);
        assertThat(get("/payment/transfers", Cast.FINANCE))
                .bodyText()
                .contains("1 笔退款待转账", "待办理的退款转账", "R202304110001", "陈立民");
        clock.set("2023-04-12T09:00:00");
        take(
                send(
                        "2023-04-11",
                        "2023-04-11",
                        HEAD
                                + "2023-04-11 10:00:00,B7,,364,陈立民,R202304110001\n2023-04-11 11:00:00,B8,,365,陈立民,退款 r202304110001\n"));
        assertThat(bank().queryRefund(refund))
                .isEqualTo(new RefundAnswer.Done(
                        "R202304110001", "B8", Money.yuan(365), Instant.parse("2023-04-11T03:00:00Z")));
        assertThat(jdbc.sql("select state from payment.transfer_line where serial = 'B7'")
                        .query(String.class)
                        .single())
                .as("not the whole")
                .isEqualTo("OUTGOING");
        var unknown = new RefundOrder(
                "R2", "nothing_1", "x", Money.yuan(1), Money.yuan(1), "", URI.create("http://gongkao.test"));
        assertThat(bank().refund(unknown)).isInstanceOf(RefundAnswer.NotRefunded.class);
    }

    @Test
    void finance_takes_statements_and_the_auditor_only_reads() {
        assertThat(get("/payment/transfers", Cast.AUDITOR))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("导入银行流水");
        assertThat(get("/payment/transfers/import", Cast.AUDITOR)).hasStatus(403);
        assertThat(get("/payment/transfers", Cast.UNIT)).hasStatus(403);
        assertThat(get("/payment/transfers/export?state=MATCHED", Cast.AUDITOR)).hasStatusOk();
        assertThat(count("audit.line where act = '导出银行流水'")).isOne();
    }

    @Test
    void lines_are_found_by_name_serial_number_and_code_and_go_on_by_key() {
        var code = setOut();
        clock.set("2023-04-11T09:00:00");
        var csv = new StringBuilder(HEAD + line("09:15:00", "B001", "365.00", "陈立", code));
        for (int i = 100; i < 160; i++) {
            csv.append(line("10:00:00", "C" + i, "1.00", "张" + i, "无"));
        }
        take(send(csv.toString()));
        for (var term : List.of("陈立", "B001", code, charges.find(file).number(), file, "陈立民")) {
            assertThat(get("/payment/transfers?q=" + term, Cast.FINANCE))
                    .as(term)
                    .bodyText()
                    .contains("B001")
                    .doesNotContain("C100");
        }
        assertThat(get("/payment/transfers?q=%25", Cast.FINANCE)).bodyText().contains("没有找到流水", "查看全部");
        var first = get("/payment/transfers", Cast.FINANCE);
        assertThat(first).bodyText().contains("C159", "下一页").doesNotContain("C105");
        var next = found(first, "rel=\"next\" href=\"([^\"]+)\"");
        assertThat(get(next, Cast.FINANCE)).bodyText().contains("C105", "B001", "回到第一页");
    }

    private Channel bank() {
        return channels.find(ChannelCode.TRANSFER).orElseThrow();
    }

    /** As the clock that owns what is unknown does. */
    private void ask() {
        settling.take(order(), ChannelCode.TRANSFER, bank().close(order()), clock.instant());
    }

    private String order() {
        return jdbc.sql("select order_number from payment.transfer_code order by made_at limit 1")
                .query(String.class)
                .single();
    }

    private long lineId() {
        return jdbc.sql("select id from payment.transfer_line")
                .query(Long.class)
                .single();
    }

    private String setOut() {
        return setOut(file, Cast.WORKER);
    }

    private String setOut(String application, String worker) {
        assertThat(mvc.post()
                        .uri(charges.find(application).path() + "/pay")
                        .param("channel", "TRANSFER")
                        .with(cast.as(worker))
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl(charges.find(application).path());
        return jdbc.sql("""
                        select t.code from payment.transfer_code t join payment.order_share s on s.order_number = t.order_number
                          join payment.charge c on c.id = s.charge_id where c.purpose_key = :key
                        """).param("key", application).query(String.class).single();
    }

    private MvcTestResult pay(String channel) {
        return mvc.post()
                .uri(charges.find(file).path() + "/pay")
                .param("channel", channel)
                .with(cast.as(Cast.WORKER))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page() {
        return get(charges.find(file).path(), Cast.WORKER);
    }

    private MvcTestResult get(String uri, String who) {
        return mvc.get()
                .uri(URI.create(uri.replace("陈立", "%E9%99%88%E7%AB%8B").replace("民", "%E6%B0%91")))
                .with(cast.as(who))
                .exchange();
    }

    private MvcTestResult propose(long id, int seen, String whose, String reason) {
        return post("/payment/transfers/" + id + "/proposal", "seen", seen + "", "whose", whose, "reason", reason);
    }

    private MvcTestResult post(String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(cast.as(Cast.FINANCE)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult send(String csv) {
        return send("2023-04-10", "2023-04-10", csv);
    }

    private MvcTestResult send(String first, String last, String csv, String at) {
        clock.set(at);
        return send(first, last, csv);
    }

    private MvcTestResult send(String first, String last, String csv) {
        return send(first, last, csv.getBytes(StandardCharsets.UTF_8), "流水.csv");
    }

    private MvcTestResult send(byte[] content, String name) {
        return send("2023-04-10", "2023-04-10", content, name);
    }

    private MvcTestResult send(String first, String last, byte[] content, String name) {
        return mvc.post()
                .uri("/payment/transfers/import")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("first", first)
                .param("last", last)
                .with(cast.as(Cast.FINANCE))
                .with(csrf())
                .exchange();
    }

    private void take(MvcTestResult preview) {
        assertThat(preview).hasStatusOk();
        assertThat(post(
                        "/payment/transfers",
                        "file",
                        fileOf(preview),
                        "first",
                        found(preview, "name=\"first\" value=\"([^\"]+)\""),
                        "last",
                        found(preview, "name=\"last\" value=\"([^\"]+)\"")))
                .hasStatus3xxRedirection();
        jobs.runAll();
    }

    private static String fileOf(MvcTestResult preview) {
        return found(preview, "name=\"file\" value=\"(\\d+)\"");
    }

    private static String found(MvcTestResult page, String pattern) {
        try {
            var matcher = Pattern.compile(pattern).matcher(page.getResponse().getContentAsString());
            assertThat(matcher.find()).as(pattern).isTrue();
            return matcher.group(1).replace("&amp;", "&");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String line(String time, String serial, String amount, String name, String purpose) {
        return "2023-04-10 " + time + "," + serial + "," + amount + ",," + name + "," + purpose + "\n";
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private long booked(String account) {
        return jdbc.sql("select coalesce(sum(amount_fen), 0) from ledger.line where account = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }
}
