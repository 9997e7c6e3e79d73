package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.demo.CastSeeds;
import org.gongkao.payment.collective.GivenColleagues;
import org.gongkao.payment.collective.GivenColleagues.Colleague;
import org.gongkao.person.NationalId;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whom finance finds in its lists, by what, and what of it stands in an address. */
class PayerSearchFlowTest extends DatabaseTest {

    /** The first colleague's number, and one that nobody has. */
    private static final String FIRST = "41030519760312101";

    private static final String NOBODYS = "41030519900101001";

    private static final List<String> LISTS = List.of(
            "/payment/refunds",
            "/payment/transfers",
            "/payment/discrepancies",
            "/payment/receipts",
            "/payment/ledger",
            "/payment/close/differences");

    @Autowired
    private GivenColleagues colleagues;

    @Autowired
    private StartingPayment starting;

    @Autowired
    private Settling settling;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private PayerSearch search;

    private List<Colleague> owing = List.of();

    @BeforeEach
    void two_owe_and_pay_a_wrong_amount() {
        channel.forget();
        clock.set("2023-04-10T09:00:00");
        owing = colleagues.owing(2, cast.actor(Cast.COUNTY), clock.instant());
        owing.forEach(one -> paysWrong(one, "Q" + one.actor().account()));
    }

    @Test
    void a_person_is_found_by_the_whole_name_the_file_and_the_charge_and_by_a_mark() {
        var first = owing.getFirst();
        var charge = charge(first);
        for (var term : List.of(
                first.name(), first.file(), number(charge), "GK" + first.actor().person())) {
            assertThat(search.charges(term, finance())).as(term).containsExactly(charge);
            assertThat(discrepancies(term)).bodyText().contains("马建国").doesNotContain("李秀兰");
        }
        for (var term : List.of(
                "马建", "马%", NationalId.of(whole(FIRST)).masked(), "GK", "GK999999", "GK" + "9".repeat(30), "nobody")) {
            assertThat(search.charges(term, finance())).as(term).isEmpty();
        }
    }

    @Test
    void a_unit_is_found_by_its_whole_name_or_code_with_its_people_who_pay_alone_and_those_for_whom_it_pays() {
        assertThat(search.charges(CastSeeds.COUNTY_UNIT, finance()))
                .as("each pays alone")
                .containsExactlyInAnyOrder(charge(owing.getFirst()), charge(owing.getLast()));
        assertThat(search.charges(CastSeeds.CITY_UNIT, finance())).isEmpty();
        jdbc.sql("update application.application set unit_code = :unit where number = :number")
                .param("unit", CastSeeds.CITY_UNIT)
                .param("number", owing.getLast().file())
                .update();
        assertThat(search.charges(CastSeeds.CITY_UNIT, finance()))
                .as("whose file is another unit's")
                .containsExactly(charge(owing.getLast()));
        assertThat(search.charges(CastSeeds.COUNTY_UNIT, finance())).containsExactly(charge(owing.getFirst()));
        var order = collective();
        var name = jdbc.sql("select name from organisation.unit where code = :code")
                .param("code", CastSeeds.COUNTY_UNIT)
                .query(String.class)
                .single();
        for (var term :
                List.of(name, CastSeeds.COUNTY_UNIT, CastSeeds.COUNTY_UNIT.toLowerCase(java.util.Locale.ROOT))) {
            assertThat(search.charges(term, finance()))
                    .as(term)
                    .containsExactlyInAnyOrder(charge(owing.getFirst()), charge(owing.getLast()));
        }
        assertThat(order).isNotEmpty();
    }

    @Test
    void nobody_but_finance_and_the_auditor_looks_for_a_payer() {
        for (var who : List.of(Cast.WORKER, Cast.UNIT, Cast.COUNTY, Cast.CITY, Cast.ADMINISTRATOR)) {
            assertThatThrownBy(() -> search.charges("马建国", cast.actor(who)))
                    .as(who)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(CommonRefusal.NOT_FOUND));
            assertThat(ask("/payment/refunds", "马建国", who)).as(who).hasStatus(403);
        }
        assertThat(search.charges("马建国", cast.actor(Cast.AUDITOR))).hasSize(1);
    }

    @Test
    void an_id_number_stands_in_no_address_and_one_that_nobody_has_finds_nobody() {
        var whole = whole(FIRST);
        var led = Objects.requireNonNull(ask("/payment/discrepancies", " " + whole + " ", Cast.FINANCE)
                .getResponse()
                .getRedirectedUrl());
        assertThat(led)
                .isEqualTo("/payment/discrepancies?state=open&q=GK"
                        + owing.getFirst().actor().person());
        assertThat(get(led)).bodyText().contains("正在查看：马建国（付款人标记 GK", "¥1.00").doesNotContain("李秀兰", whole);
        assertThat(ask("/payment/discrepancies", whole(NOBODYS), Cast.FINANCE))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "没有找到这个号码的缴费人",
                        "value=\"" + whole(NOBODYS) + "\"",
                        "name=\"list\" value=\"/payment/discrepancies\"",
                        "name=\"state\" value=\"open\"")
                .doesNotContain("马建国");
    }

    @Test
    void a_number_as_long_as_an_id_number_goes_on_when_something_is_called_by_it() {
        var serial = "620230410" + "123456789";
        assertThat(ask("/payment/discrepancies", serial, Cast.FINANCE)).hasStatus(422);
        jdbc.sql("update payment.discrepancy set transaction_no = :no where transaction_no = :was")
                .param("no", serial)
                .param("was", "T-Q" + owing.getLast().actor().account())
                .update();
        for (var known : List.of(serial, CastSeeds.COUNTY_UNIT)) {
            assertThat(ask("/payment/discrepancies", known, Cast.FINANCE))
                    .as(known)
                    .hasRedirectedUrl("/payment/discrepancies?state=open&q=" + known);
        }
        assertThat(get("/payment/discrepancies?q=" + serial)).bodyText().contains("李秀兰");
    }

    @Test
    void the_search_leads_to_lists_of_finance_alone_and_keeps_their_other_filters() {
        assertThat(ask("/payment/ledger", "马 建国&x=1", Cast.FINANCE)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/payment/ledger?state=open&q=" + encoded("马 建国&x=1"));
        for (var list : List.of("https://example.org/", "//example.org", "/payment/../home", "/home", "")) {
            assertThat(ask(list, "马建国", Cast.FINANCE)).as(list).hasStatus(404);
        }
    }

    @Test
    void each_list_has_the_same_field_finds_by_it_and_says_so_when_nothing_is_there() {
        for (var list : LISTS) {
            assertThat(get(list))
                    .as(list)
                    .hasStatusOk()
                    .bodyText()
                    .contains("action=\"/payment/search\"", "缴费人的姓名、身份证号码或申报编号，单位的名称或代码，缴费单号");
            assertThat(get(list + "?q=" + encoded("无此人")))
                    .as(list)
                    .hasStatusOk()
                    .bodyText()
                    .contains("没有“无此人”的款项", "查看全部", "value=\"无此人\"");
            assertThat(get(list + "/export?q=" + encoded("马建国"))).as(list).hasStatusOk();
        }
    }

    @Test
    void what_does_not_fit_goes_on_by_key_from_the_open_ones_to_those_that_are_decided() {
        jdbc.sql("""
                insert into payment.discrepancy (kind, channel, order_number, transaction_no, amount_fen, paid_at, found_at,
                       decided_at, decided_by, note)
                select 'NO_ORDER', 'WECHAT', 'X' || n, 'Y' || n, 100, now(), now(), case when n > 49 then now() end,
                       case when n > 49 then 1 end, case when n > 49 then '已核实' end
                  from generate_series(1, 103) n
                """).update();
        var first = get("/payment/discrepancies");
        assertThat(first).bodyText().contains("有 51 笔缴费差异待处理", "本页 50 笔").doesNotContain("已核实");
        var second = get(next(first));
        assertThat(second).bodyText().contains("本页 50 笔", "已核实", "回到第一页");
        var third = get(next(second));
        assertThat(third).bodyText().contains("本页 5 笔").doesNotContain("rel=\"next\"");
        assertThat(get("/payment/discrepancies?state=decided")).bodyText().doesNotContain("待处理</span>");
        assertThat(get("/payment/discrepancies?state=open&before=decided-7")).hasStatusOk();
        long last = jdbc.sql("select min(id) from payment.discrepancy where decided_at is null")
                .query(Long.class)
                .single();
        assertThat(mvc.post()
                        .uri("/payment/discrepancies/" + last)
                        .param("note", "长".repeat(501))
                        .param("before", "open-" + (last + 1))
                        .with(csrf())
                        .with(cast.as(Cast.FINANCE)))
                .as("what was typed is kept, however far the list was gone through")
                .hasStatus(422)
                .bodyText()
                .contains("长长长", "本页 50 笔");
    }

    @Test
    void what_does_not_fit_is_exported_as_it_is_filtered_and_no_text_of_a_stranger_becomes_a_formula()
            throws IOException {
        jdbc.sql(
                        "update payment.discrepancy set transaction_no = '=1+1', decided_at = now(), decided_by = 1, note = '@已核实' where transaction_no = :no")
                .param("no", "T-Q" + owing.getLast().actor().account())
                .update();
        var all = exported("/payment/discrepancies/export");
        assertThat(all)
                .startsWith(List.of("状态", "全部"), List.of("查找", "不限"), List.of("导出时间", "2023年4月10日 09:00:00"))
                .hasSize(4 + 2);
        assertThat(all.get(3)).startsWith("差异", "缴费单号", "缴费人", "渠道", "订单号");
        assertThat(all.get(4))
                .startsWith("金额不符", number(charge(owing.getFirst())), "马建国", "微信支付")
                .contains("待处理");
        assertThat(all.getLast()).as("text as it is").contains("李秀兰", "=1+1", "365.00", "1.00", "已处理", "@已核实");
        assertThat(exported("/payment/discrepancies/export?state=decided&q=" + encoded("李秀兰")))
                .startsWith(List.of("状态", "已处理"), List.of("查找", "李秀兰"))
                .hasSize(4 + 1);
        assertThat(exported("/payment/discrepancies/export?state=open&q=" + encoded("李秀兰")))
                .hasSize(4);
        assertThat(jdbc.sql("select detail from audit.line where act = '导出缴费差异' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("2 笔", "1 笔", "0 笔");
        assertThat(get("/payment/discrepancies")).bodyText().contains("href=\"/payment/discrepancies/export\"");
    }

    private List<List<String>> exported(String path) throws IOException {
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(get(path).getResponse().getContentAsByteArray()))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null || cell.getType() == CellType.FORMULA ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    private static String next(MvcTestResult page) {
        var found = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(text(page));
        assertThat(found.find()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void paysWrong(Colleague who, String key) {
        var visit = new Visit(
                ChannelCode.WECHAT, ChannelOrder.Device.DESKTOP, "127.0.0.1", URI.create("http://gongkao.test"), "/x");
        var mark = "GK" + who.actor().person();
        starting.pay(new Payment(key, "测试", mark, List.of(charge(who))), visit, who.actor(), clock.instant());
        var order = channel.lastOrder();
        settling.take(
                order.number(),
                ChannelCode.WECHAT,
                new ChannelAnswer.Paid(order.number(), "T-" + key, Money.yuan(1), order.payer(), clock.instant()),
                clock.instant());
    }

    /** As the module writes it: what the unit once asked for stays, whatever became of it. */
    private String collective() {
        jdbc.sql("""
                insert into payment.collective (number, unit_code, amount_fen, people, account_id, actor_name, made_at)
                values ('T20230410000001', :unit, 73000, 2, 1, '刘芳', now())
                """).param("unit", CastSeeds.COUNTY_UNIT).update();
        jdbc.sql("""
                insert into payment.channel_order (order_number, payment_key, channel, amount_fen, payer, request, account_id, sent_at)
                values ('T20230410000001_1', 'T20230410000001', 'WECHAT', 73000, :payer, '', 1, now())
                """).param("payer", "GU" + CastSeeds.COUNTY_UNIT).update();
        owing.forEach(one -> jdbc.sql(
                        "insert into payment.order_share (order_number, charge_id, amount_fen) values ('T20230410000001_1', :charge, 36500)")
                .param("charge", charge(one))
                .update());
        return "T20230410000001_1";
    }

    private long charge(Colleague who) {
        return jdbc.sql("select id from payment.charge where purpose_key = :key")
                .param("key", who.file())
                .query(Long.class)
                .single();
    }

    private String number(long charge) {
        return jdbc.sql("select number from payment.charge where id = :id")
                .param("id", charge)
                .query(String.class)
                .single();
    }

    private static String whole(String digits) {
        return digits + NationalId.complete(digits).masked().substring(17);
    }

    private Actor finance() {
        return cast.actor(Cast.FINANCE);
    }

    private MvcTestResult discrepancies(String term) {
        return get("/payment/discrepancies?q=" + encoded(term));
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(URI.create(path)).with(cast.as(Cast.FINANCE)).exchange();
    }

    private MvcTestResult ask(String list, String term, String who) {
        return mvc.post()
                .uri("/payment/search")
                .param("list", list)
                .param("state", "open")
                .param("q", term)
                .with(csrf())
                .with(cast.as(who))
                .exchange();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
