package org.gongkao.payment.collective;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.account.SignedIn;
import org.gongkao.application.review.GivenFile;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.demo.CastSeeds;
import org.gongkao.notification.Reminded;
import org.gongkao.payment.ChargeState;
import org.gongkao.payment.Charges;
import org.gongkao.payment.GivenChannel;
import org.gongkao.payment.Payment;
import org.gongkao.payment.Settlement;
import org.gongkao.payment.Settling;
import org.gongkao.payment.StartingPayment;
import org.gongkao.payment.Visit;
import org.gongkao.payment.collective.GivenColleagues.Colleague;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A unit pays for many of its people in one order: whom, how each of them stands, and who goes first where two pay. */
class CollectiveFlowTest extends DatabaseTest {

    private static final int FEE = 36_500;

    @Autowired
    private GivenColleagues colleagues;

    @Autowired
    private GivenFile files;

    @Autowired
    private Charges charges;

    @Autowired
    private Settling settling;

    @Autowired
    private StartingPayment starting;

    @Autowired
    private PayingTogether paying;

    @Autowired
    private Collectives collectives;

    @Autowired
    private GivenChannel channel;

    @Autowired
    private Reminded reminded;

    private List<Colleague> people = List.of();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void approved() {
        channel.forget();
        clock.set("2023-04-10T09:00:00");
        now = clock.instant();
        people = colleagues.owing(4, cast.actor(Cast.COUNTY), now);
    }

    @Test
    void the_clerk_chooses_sees_the_sum_and_pays_for_all_in_one_order() {
        assertThat(get("/collective-payments")).hasStatusOk().bodyText().contains("马建国", "4 人待缴费，合计 ¥1,460.00");
        assertThat(post(
                        "/collective-payments/check",
                        "key",
                        people.get(0).file(),
                        "key",
                        people.get(1).file()))
                .hasStatusOk()
                .bodyText()
                .contains("为 2 人统一缴费，合计 ¥730.00", "马建国", "李秀兰", "返回修改名单")
                .doesNotContain("王志强");
        assertThat(post(
                        "/collective-payments/check",
                        "key",
                        people.get(0).file(),
                        "key",
                        people.get(2).file(),
                        "again",
                        "yes"))
                .as("back at the list, who was ticked still is")
                .hasStatusOk()
                .bodyText()
                .contains(ticked(0, true), ticked(1, false), ticked(2, true));
        var number = pay(2);
        assertThat(channel.lastOrder().amount()).isEqualTo(Money.yuan(730));
        assertThat(channel.lastOrder().number()).isEqualTo(number + "_1");
        assertThat(channel.lastOrder().payer()).isEqualTo("GU" + unit());
        assertThat(get("/collective-payments/" + number)).bodyText().contains("待付款", "付款二维码", "马建国", "放弃这次统一缴费");
        assertThat(page(people.getFirst()))
                .contains("单位正在统一缴费")
                .doesNotContain("付款二维码")
                .doesNotContain("name=\"channel\"");
        take(number, paid());
        assertThat(states())
                .containsExactly(ChargeState.SETTLED, ChargeState.SETTLED, ChargeState.OPEN, ChargeState.OPEN);
        assertThat(get("/collective-payments/" + number))
                .bodyText()
                .contains("全部已缴费")
                .doesNotContain("放弃");
        assertThat(get("/collective-payments")).bodyText().contains(number, "2 / 2 人已缴", "2 人待缴费，合计 ¥730.00");
        await().untilAsserted(
                        () -> assertThat(files.state(people.getFirst().file())).isEqualTo("PAID"));
        await().untilAsserted(() -> assertThat(jdbc.sql(
                                "select recipient from notification.message where template = 'PAID_BY_UNIT' order by recipient")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "person:" + people.get(0).actor().person(),
                        "person:" + people.get(1).actor().person()));
        assertThat(get("/collective-payments/" + number + "/spreadsheet")).hasStatusOk();
        assertThat(count("audit.line where act = '单位统一缴费'")).isOne();
    }

    @Test
    void nobody_chosen_no_channel_and_people_of_others_are_refused_and_nothing_is_written() {
        assertThat(post("/collective-payments/check")).hasStatus(422).bodyText().contains("请先勾选");
        assertThat(post("/collective-payments/check", "key", "2023-9999999")).hasStatus(404);
        var other = files.inReview(cast.actor(Cast.CITY_WORKER), CastSeeds.CITY_UNIT, cast.actor(Cast.COUNTY), now);
        files.approve(other, cast.actor(Cast.COUNTY), now);
        assertThat(post("/collective-payments/check", "key", other)).hasStatus(404);
        assertThat(post("/collective-payments", "key", people.getFirst().file(), "seen", FEE + ""))
                .hasStatus(422)
                .bodyText()
                .contains("请选择一种付款方式", "马建国");
        assertThat(post("/collective-payments", "key", people.getFirst().file(), "seen", "1", "channel", "WECHAT"))
                .as("another sum than was on the screen")
                .hasStatus(409)
                .bodyText()
                .contains("合计 ¥365.00");
        assertThat(count("audit.line where kind = 'REFUSED' and detail = '" + CollectiveRefusal.CHANGED.sentence()
                        + "'"))
                .isOne();
        assertThat(mvc.get()
                        .uri("/collective-payments")
                        .with(cast.as(Cast.WORKER))
                        .exchange())
                .hasStatus(403);
        var number = pay(1);
        assertThat(mvc.get()
                        .uri("/collective-payments/" + number)
                        .with(cast.as(Cast.CITY_UNIT))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/collective-payments/" + number + "/end")
                        .with(cast.as(Cast.CITY_UNIT))
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
        assertThat(count("payment.collective")).isOne();
    }

    @Test
    void who_paid_alone_or_lapsed_before_is_left_out_with_the_reason_and_the_rest_go_on() {
        alone(people.get(0));
        channel.says(channel.lastOrder().number(), paid());
        settling.take(channel.lastOrder().number(), ChannelCode.WECHAT, paid(), now);
        alone(people.get(1));
        jdbc.sql("update payment.charge set deadline = :now where purpose_key = :key")
                .param("now", Timestamp.from(now))
                .param("key", people.get(2).file())
                .update();
        assertThat(post("/collective-payments", all("channel", "WECHAT", "seen", 4 * FEE + "")))
                .hasStatus(409)
                .bodyText()
                .contains("没有列入的 3 人", "已经缴费", "本人正在缴费", "截止", "为 1 人统一缴费，合计 ¥365.00");
        assertThat(count("payment.collective")).as("nothing was made").isZero();
        assertThat(post("/collective-payments", "key", people.get(3).file(), "channel", "WECHAT", "seen", FEE + ""))
                .hasStatus3xxRedirection();
        assertThat(states().get(3)).isEqualTo(ChargeState.PREPARED);
    }

    @Test
    void who_is_in_the_units_order_cannot_pay_alone_until_it_is_given_up() {
        var number = pay(2);
        assertThatThrownBy(() -> alone(people.getFirst()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.sentence()).contains("单位统一缴费"));
        assertThat(count("payment.channel_order"))
                .as("and the unit's order stands")
                .isOne();
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus3xxRedirection();
        assertThat(channel.hasClosed(number + "_1")).isTrue();
        assertThat(states()).containsOnly(ChargeState.OPEN);
        assertThat(get("/collective-payments/" + number)).bodyText().contains("已放弃", "单位放弃");
        alone(people.getFirst());
        assertThat(states().getFirst()).isEqualTo(ChargeState.PREPARED);
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus(409);
    }

    @Test
    void those_for_whom_the_unit_gives_up_are_told_once_that_they_pay_themselves_as_soon_as_they_can() {
        var number = pay(2);
        channel.says(number + "_1", new ChannelAnswer.NoAnswer("没有答复"));
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus3xxRedirection();
        allHeard();
        assertThat(toldOf("UNIT_GAVE_UP"))
                .as("money may be there still, and nobody can pay")
                .isEmpty();
        take(number, new ChannelAnswer.NotPaid("已关闭"));
        take(number, new ChannelAnswer.NotPaid("已关闭"));
        allHeard();
        assertThat(toldOf("UNIT_GAVE_UP"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).contains("2023年4月14日 24:00前自行缴纳¥365.00", "/charges/"))
                .anySatisfy(one -> assertThat(one).startsWith(person(0)))
                .anySatisfy(one -> assertThat(one).startsWith(person(1)));
    }

    @Test
    void where_the_channel_closes_at_once_they_are_told_as_well() {
        var number = pay(2);
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus3xxRedirection();
        await().untilAsserted(() -> assertThat(toldOf("UNIT_GAVE_UP")).hasSize(2));
    }

    @Test
    void unit_and_people_are_told_once_when_finance_has_decided_that_the_wrong_sum_was_none() {
        var number = pay(3);
        var order = channel.lastOrder();
        take(number, new ChannelAnswer.Paid(order.number(), "T1", Money.yuan(365), order.payer(), now));
        var id =
                jdbc.sql("select id from payment.discrepancy").query(Long.class).single();
        assertThat(mvc.post()
                        .uri("/payment/discrepancies/" + id)
                        .with(cast.as(Cast.FINANCE))
                        .with(csrf())
                        .param("note", "渠道已退回误付的款项")
                        .exchange())
                .hasStatus3xxRedirection();
        allHeard();
        assertThat(toldOf("PAYMENT_ASKED_AGAIN"))
                .hasSize(3)
                .noneSatisfy(one -> assertThat(one).startsWith(person(3)));
        assertThat(toldOf("TOGETHER_RELEASED"))
                .singleElement()
                .asString()
                .startsWith("unit:" + unit())
                .contains(number, "名单中 3 人须在2023年4月14日 24:00前缴费");
    }

    private void allHeard() {
        await().until(() -> count("public.event_publication where completion_date is null") == 0);
    }

    private List<String> toldOf(String template) {
        return jdbc.sql(
                        "select recipient || ' ' || sentence || link from notification.message where template = :template")
                .param("template", template)
                .query(String.class)
                .list();
    }

    @Test
    void home_does_not_ask_for_what_the_unit_is_paying_and_asks_again_once_the_unit_gives_up() {
        assertThat(home(people.getFirst())).contains("网上缴费 ¥365.00", "去缴费", "还有 4 天");
        var number = pay(2);
        assertThat(home(people.getFirst()))
                .contains("单位正在统一缴费", "暂时不用您办理", "2023年4月14日 24:00", "查看缴费单")
                .doesNotContain("去缴费", "等您缴费", "还有 4 天");
        assertThat(home(people.get(2))).as("not in the order").contains("去缴费").doesNotContain("单位正在统一缴费");
        clock.set("2023-04-15T00:10:00");
        assertThat(home(people.getFirst()))
                .as("the bell has rung, and the channel has not said yet what came")
                .contains("缴费已截止", "单位在截止前已付款的", "查看缴费单");
        clock.set("2023-04-10T09:00:00");
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus3xxRedirection();
        assertThat(home(people.getFirst())).contains("网上缴费 ¥365.00", "去缴费").doesNotContain("单位正在统一缴费");
    }

    @Test
    void nobody_is_reminded_of_what_the_unit_is_paying_or_finance_looks_at_and_the_others_are() {
        var number = pay(2);
        clock.set("2023-04-12T09:00:00");
        reminded.at(clock.instant());
        assertThat(dueTo()).containsExactlyInAnyOrder(person(2), person(3));
        take(
                number,
                new ChannelAnswer.Paid(
                        number + "_1", "T1", Money.yuan(1), channel.lastOrder().payer(), now));
        alone(people.get(2));
        clock.set("2023-04-14T09:00:00");
        reminded.at(clock.instant());
        assertThat(dueTo())
                .as("who has an order of the own waiting has to pay it")
                .containsExactlyInAnyOrder(person(2), person(2), person(3), person(3));
    }

    @Test
    void whose_file_has_a_date_of_its_own_is_not_reminded_either_until_the_unit_gives_up() {
        jdbc.sql("update application.application set payment_until = :until")
                .param("until", Timestamp.from(Instant.parse("2023-04-20T16:00:00Z")))
                .update();
        var number = pay(2);
        clock.set("2023-04-18T09:00:00");
        reminded.at(clock.instant());
        assertThat(dueTo()).containsExactlyInAnyOrder(person(2), person(3));
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus3xxRedirection();
        reminded.at(clock.instant());
        assertThat(dueTo()).containsExactlyInAnyOrder(person(0), person(1), person(2), person(3));
    }

    @Test
    void the_unit_is_reminded_of_those_it_undertook_to_pay_for_and_of_nobody_once_it_has_given_that_up() {
        var number = pay(2);
        clock.set("2023-04-12T09:00:00");
        reminded.at(clock.instant());
        reminded.at(clock.instant());
        assertThat(dueOfUnit()).singleElement().asString().contains("还有 2 人没有缴费", "2023年4月14日 24:00");
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus3xxRedirection();
        clock.set("2023-04-14T09:00:00");
        reminded.at(clock.instant());
        assertThat(dueOfUnit()).hasSize(1);
    }

    @Test
    void the_unit_is_reminded_of_the_own_dates_of_those_it_undertook_to_pay_for() {
        jdbc.sql("update application.application set payment_until = :until")
                .param("until", Timestamp.from(Instant.parse("2023-04-20T16:00:00Z")))
                .update();
        pay(3);
        clock.set("2023-04-14T09:00:00");
        reminded.at(clock.instant());
        assertThat(dueOfUnit())
                .as("before the year's date, which is not theirs")
                .isEmpty();
        clock.set("2023-04-18T09:00:00");
        reminded.at(clock.instant());
        reminded.at(clock.instant());
        assertThat(dueOfUnit()).singleElement().asString().contains("还有 3 人没有缴费", "2023年4月20日 24:00");
    }

    private List<String> dueOfUnit() {
        return jdbc.sql(
                        "select sentence from notification.message where template = 'TOGETHER_DUE' and recipient = :unit")
                .param("unit", "unit:" + CastSeeds.COUNTY_UNIT)
                .query(String.class)
                .list();
    }

    private String person(int which) {
        return "person:" + people.get(which).actor().person();
    }

    private List<String> dueTo() {
        return jdbc.sql("select recipient from notification.message where template = 'PAYMENT_DUE'")
                .query(String.class)
                .list();
    }

    @Test
    void what_turns_out_to_be_paid_is_not_given_up() {
        var number = pay(2);
        channel.says(number + "_1", paid());
        post("/collective-payments/" + number + "/end");
        assertThat(states().subList(0, 2)).containsOnly(ChargeState.SETTLED);
        assertThat(get("/collective-payments/" + number)).bodyText().contains("全部已缴费");
        assertThat(post("/collective-payments/" + number + "/end")).hasStatus(409);
    }

    @Test
    void a_share_that_cannot_be_paid_any_more_stands_alone_in_doubt_and_all_others_settle() {
        alone(people.getFirst());
        var own = channel.lastOrder();
        settling.take(own.number(), ChannelCode.WECHAT, new ChannelAnswer.NotPaid("已关闭"), now);
        var number = pay(3);
        var units = channel.lastOrder();
        // the channel had closed the person's order, and brings its money all the same
        settling.take(own.number(), ChannelCode.WECHAT, paid(own), now);
        assertThat(states().getFirst()).isEqualTo(ChargeState.SETTLED);
        take(number, paid(units));
        assertThat(states().subList(0, 3)).containsOnly(ChargeState.SETTLED);
        assertThat(jdbc.sql("select kind || ' ' || amount_fen from payment.discrepancy")
                        .query(String.class)
                        .list())
                .containsExactly("DOUBLE " + FEE);
        assertThat(get("/collective-payments/" + number)).bodyText().contains("部分已缴费", "这一份待财务核实");
        assertThat(booked("CHANNEL")).isEqualTo(4 * FEE);
        assertThat(jdbc.sql("select sum(amount_fen) from ledger.line l join ledger.entry e on e.id = l.entry_id"
                                + " where l.account = 'UNCLEAR' and e.kind = 'UNCLEAR'")
                        .query(Long.class)
                        .single())
                .as("what is doubled waits in the book, until its refund is asked for by itself")
                .isEqualTo(-FEE);
    }

    @Test
    void one_who_wants_out_does_not_end_the_order_of_the_others() {
        var number = pay(2);
        assertThat(charges.cancel(people.getFirst().file(), people.getFirst().actor(), now))
                .isEqualTo(Settlement.UNKNOWN);
        assertThat(get(
                        charges.find(people.getFirst().file()).path() + "/returned",
                        people.getFirst().actor()))
                .hasStatus3xxRedirection();
        assertThat(channel.hasClosed(number + "_1")).isFalse();
        take(number, paid());
        assertThat(states().subList(0, 2)).containsOnly(ChargeState.SETTLED);
    }

    @Test
    void a_wrong_sum_puts_all_of_it_in_doubt_and_charges_nobody() {
        var number = pay(2);
        var order = channel.lastOrder();
        take(number, new ChannelAnswer.Paid(order.number(), "T1", Money.yuan(365), order.payer(), now));
        assertThat(states().subList(0, 2)).containsOnly(ChargeState.DISPUTED);
        assertThat(get("/collective-payments/" + number))
                .bodyText()
                .contains("待财务核实", "应缴 ¥730.00，实际到账 ¥365.00", "不要重复付款");
        assertThat(page(people.getFirst()))
                .contains("单位统一缴费应缴 ¥730.00，实际到账 ¥365.00", "您不用另外付款")
                .doesNotContain("name=\"channel\"");
        assertThat(home(people.getFirst())).contains("等财务人员核实付款，不要重复缴费").doesNotContain("去缴费");
        await().untilAsserted(() -> assertThat(jdbc.sql("""
                        select recipient || ' ' || link || ' ' || sentence from notification.message
                         where template = 'PAYMENT_DIFFERS'
                        """).query(String.class).list())
                .as("who pays is told, and those who pay nothing are not")
                .singleElement()
                .asString()
                .startsWith("unit:" + unit() + " /collective-payments/" + number)
                .contains("应缴¥730.00，实际到账¥365.00"));
    }

    @Test
    void where_person_and_unit_pay_at_once_one_of_them_does() throws Exception {
        for (int round = 0; round < people.size(); round++) {
            var one = people.get(round);
            var clerk = cast.actor(Cast.UNIT);
            var before = count("payment.channel_order");
            var results = atOnce(List.of(
                    () -> {
                        alone(one);
                        return "alone";
                    },
                    () -> paying.pay(List.of(one.file()), new Money(FEE), visit(), clerk, now)
                                    instanceof PayingTogether.Outcome.Sent
                            ? "together"
                            : "changed"));
            assertThat(results).as("round %d", round).containsAnyOf("alone", "together");
            assertThat(results.contains("alone") && results.contains("together"))
                    .as("both in round %d: %s", round, results)
                    .isFalse();
            assertThat(count("payment.channel_order")).isEqualTo(before + 1);
            var order = jdbc.sql("select order_number from payment.charge where purpose_key = :key")
                    .param("key", one.file())
                    .query(String.class)
                    .single();
            var payer = jdbc.sql("select payer from payment.channel_order where order_number = :n")
                    .param("n", order)
                    .query(String.class)
                    .single();
            settling.take(
                    order,
                    ChannelCode.WECHAT,
                    new ChannelAnswer.Paid(order, "T-" + order, new Money(FEE), payer, now),
                    now);
        }
        assertThat(count("payment.receipt")).isEqualTo(people.size());
        assertThat(count("payment.discrepancy")).isZero();
        assertThat(booked("CHANNEL")).isEqualTo((long) people.size() * FEE);
    }

    @Test
    void two_clerks_who_choose_the_same_people_make_one_order() throws Exception {
        var clerk = cast.actor(Cast.UNIT);
        var keys = people.stream().map(Colleague::file).toList();
        Callable<String> send = () -> paying.pay(keys, new Money(4 * FEE), visit(), clerk, now)
                .getClass()
                .getSimpleName();
        assertThat(atOnce(List.of(send, send))).containsOnlyOnce("Sent");
        assertThat(count("payment.channel_order")).isOne();
        assertThat(collectives.list(clerk, Optional.empty(), 10).rows().stream().map(Collective::state))
                .allMatch(state -> state == CollectiveState.WAITING || state == CollectiveState.GIVEN_UP);
    }

    private static List<String> atOnce(List<Callable<String>> tasks) throws Exception {
        var go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(tasks.size())) {
            var running = tasks.stream()
                    .map(task -> pool.submit(() -> {
                        go.await();
                        try {
                            return task.call();
                        } catch (Refusal refused) {
                            return "refused";
                        }
                    }))
                    .toList();
            go.countDown();
            var results = new ArrayList<String>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }

    private void alone(Colleague who) {
        var charge = jdbc.sql("select id, number from payment.charge where purpose_key = :key")
                .param("key", who.file())
                .query((row, n) -> new Payment(
                        row.getString("number"), "测试", "GK" + who.actor().person(), List.of(row.getLong("id"))))
                .single();
        starting.pay(charge, visit(), who.actor(), now);
    }

    private static Visit visit() {
        return new Visit(
                ChannelCode.WECHAT, ChannelOrder.Device.DESKTOP, "127.0.0.1", URI.create("http://gongkao.test"), "/x");
    }

    /** For the first of them, by WeChat. */
    private String pay(int many) {
        var parameters = new ArrayList<String>(List.of("channel", "WECHAT", "seen", many * FEE + ""));
        people.subList(0, many).forEach(one -> parameters.addAll(List.of("key", one.file())));
        var to = requireNonNull(post("/collective-payments", parameters.toArray(String[]::new))
                .getResponse()
                .getRedirectedUrl());
        assertThat(to).startsWith("/collective-payments/T2023");
        return to.substring(to.lastIndexOf('/') + 1);
    }

    private String[] all(String... more) {
        var parameters = new ArrayList<String>(List.of(more));
        people.forEach(one -> parameters.addAll(List.of("key", one.file())));
        return parameters.toArray(String[]::new);
    }

    private ChannelAnswer.Paid paid() {
        return paid(channel.lastOrder());
    }

    private ChannelAnswer.Paid paid(ChannelOrder order) {
        return new ChannelAnswer.Paid(order.number(), "T-" + order.number(), order.amount(), order.payer(), now);
    }

    private String ticked(int person, boolean yes) {
        return "value=\"" + people.get(person).file() + "\" data-gk-fen=\"36500\"" + (yes ? " checked" : "") + ">";
    }

    private void take(String number, ChannelAnswer paid) {
        settling.take(number + "_1", ChannelCode.WECHAT, paid, now);
    }

    private List<ChargeState> states() {
        return people.stream().map(one -> charges.find(one.file()).state()).toList();
    }

    private String page(Colleague who) {
        try {
            return get(charges.find(who.file()).path(), who.actor())
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String home(Colleague who) {
        try {
            return get("/application", who.actor()).getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String uri, Actor who) {
        return mvc.get().uri(uri).with(signedIn(who)).exchange();
    }

    private static RequestPostProcessor signedIn(Actor who) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(new SignedIn(who), null, List.of()));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(cast.as(Cast.UNIT)).exchange();
    }

    private MvcTestResult post(String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(cast.as(Cast.UNIT)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String unit() {
        return cast.actor(Cast.UNIT).office().code();
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
