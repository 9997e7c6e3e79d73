package org.gongkao.textbook.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.gongkao.Cast;
import org.gongkao.demo.CastSeeds;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.SocialCreditCode;
import org.gongkao.organisation.Unit;
import org.gongkao.organisation.UnitKind;
import org.gongkao.organisation.UnitStatus;
import org.gongkao.shared.Actor;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.TextbookTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 发放培训教材 (notice 六（四）): what arrives, what goes out against what was paid, and who has the book. */
class HandingOutFlowTest extends TextbookTest {

    private static final BookCode BOOK = new BookCode("S0201", Level.THREE);

    @Autowired
    private HandingOut handing;

    @Autowired
    private GivingBooks giving;

    @Autowired
    private Organisation organisation;

    private int onHand() {
        return figure("select coalesce(sum(on_hand), 0) from textbook.stock");
    }

    private int unit(String column) {
        return figure("select coalesce(sum(" + column + "), 0) from textbook.unit_book");
    }

    private void paid(int workers) {
        for (int i = 1; i <= workers; i++) {
            orderer(i);
        }
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
    }

    /** Every running figure is what its lines add up to. */
    private void figuresStand() {
        assertThat(onHand()).isEqualTo(figure("select coalesce(sum(quantity), 0) from textbook.movement"));
        assertThat(unit("handed_out")).isEqualTo(figure("""
                select coalesce(sum(l.quantity), 0) from textbook.handout_line l
                 where not exists (select 1 from textbook.handout_end e where e.handout_id = l.handout_id and e.act = 'TAKE_BACK')
                """));
        assertThat(unit("received")).isEqualTo(figure("""
                select coalesce(sum(l.quantity), 0) from textbook.handout_line l
                  join textbook.handout_end e on e.handout_id = l.handout_id and e.act = 'RECEIVE'
                """));
        assertThat(unit("given"))
                .isEqualTo(figure(
                        "select coalesce(sum(case act when 'GIVE' then 1 else -1 end), 0) from textbook.giving"));
    }

    @Test
    void what_arrives_is_booked_and_a_wrong_line_is_set_right_by_another_with_a_reason() {
        arrives("S0201-3", 10, Cast.COUNTY);
        assertThat(get("/textbook-orders/stock", Cast.COUNTY))
                .hasStatusOk()
                .bodyText()
                .contains("库存 10 册", "到货入库", "+10");
        long line = figure("select max(id) from textbook.movement");
        var reversal = "/textbook-orders/stock/movements/" + line + "/reversal";
        assertThat(post(reversal, Cast.COUNTY, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(post(reversal, Cast.OTHER_COUNTY, "reason", "错"))
                .as("another agency's")
                .hasStatus(404);
        assertThat(post(reversal, Cast.AUDITOR, "reason", "错")).hasStatus(403);
        assertThat(post(reversal, Cast.COUNTY, "reason", "多点了")).hasStatus3xxRedirection();
        assertThat(post(reversal, Cast.COUNTY, "reason", "多点了"))
                .as("once")
                .hasStatus(409)
                .bodyText()
                .contains("这笔入库已经冲销");
        assertThat(get("/textbook-orders/stock", Cast.COUNTY))
                .bodyText()
                .contains("库存 0 册", "冲销入库", "−10", "多点了", "已冲销");
        assertThat(count("textbook.movement")).as("both lines stay").isEqualTo(2);
        assertThat(audited("教材入库") && audited("冲销教材入库")).isTrue();
        figuresStand();
    }

    @Test
    void slips_of_the_pen_are_told_beside_their_fields_and_nothing_is_booked() {
        assertThat(post("/textbook-orders/stock", Cast.COUNTY, "book", "", "quantity", "0", "note", "x".repeat(201)))
                .hasStatus(422)
                .bodyText()
                .contains("请选择到货的教材", "册数应为 1 至 100,000", "说明请写在 200 字以内");
        for (var quantity : List.of("-3", "1.5", "100001", "1000000000", "十", "")) {
            assertThat(post("/textbook-orders/stock", Cast.COUNTY, "book", "S0201-3", "quantity", quantity))
                    .as(quantity)
                    .hasStatus(422);
        }
        assertThat(count("textbook.movement")).isZero();
    }

    @Test
    void the_same_form_sent_twice_counts_once() {
        for (int status : new int[] {302, 409}) {
            assertThat(post(
                            "/textbook-orders/stock",
                            Cast.COUNTY,
                            "request",
                            "same",
                            "book",
                            "S0201-3",
                            "quantity",
                            "5"))
                    .hasStatus(status);
        }
        assertThat(onHand()).isEqualTo(5);
    }

    @Test
    void nothing_goes_out_before_the_sum_is_there_and_then_no_more_than_was_ordered_or_is_in_stock() {
        orderer(1);
        orderer(2);
        orderer(3);
        confirm(Cast.UNIT);
        arrives("S0201-3", 2, Cast.COUNTY);
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("最多还可发放 0 册");
        pays(Cast.UNIT);
        assertThat(handsOut(UNIT, "S0201-3", "4", Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("最多还可发放 3 册");
        assertThat(handsOut(UNIT, "S0201-3", "3", Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("库存只有 2 册");
        assertThat(handsOut(UNIT, "S0201-5", "1", Cast.COUNTY))
                .as("never ordered")
                .hasStatus(422);
        assertThat(handsOut(UNIT, "S0201-3", "", Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("请至少填写一种教材");
        assertThat(handsOut(UNIT, "S0201-3", "-1", Cast.COUNTY)).hasStatus(422);
        assertThat(count("textbook.handout")).isZero();

        assertThat(handsOut(UNIT, "S0201-3", "2", Cast.COUNTY)).as("in part").hasStatus3xxRedirection();
        arrives("S0201-3", 5, Cast.COUNTY);
        assertThat(handsOut(UNIT, "S0201-3", "2", Cast.COUNTY))
                .hasStatus(422)
                .bodyText()
                .contains("最多还可发放 1 册");
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.COUNTY)).hasStatus3xxRedirection();
        assertThat(onHand()).isEqualTo(4);
        assertThat(audited("发放教材到单位")).isTrue();
        figuresStand();
    }

    @Test
    void a_unit_of_another_agency_is_not_found_and_those_above_and_the_auditor_only_read() {
        paid(1);
        arrives("S0201-3", 1, Cast.CITY);
        arrives("S0201-3", 1, Cast.OTHER_COUNTY);
        var page = "/textbook-orders/units/" + UNIT;
        assertThat(get(page, Cast.OTHER_COUNTY)).hasStatus(404);
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.OTHER_COUNTY)).hasStatus(404);
        for (var reader : List.of(Cast.CITY, Cast.PROVINCE, Cast.AUDITOR)) {
            assertThat(get(page, reader)).as(reader).hasStatusOk().bodyText().doesNotContain("发放到单位</button>");
        }
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.CITY)).hasStatus(404);
        assertThat(handsOut(UNIT, "S0201-3", "1", Cast.AUDITOR)).hasStatus(403);
        assertThat(get(page, Cast.UNIT)).hasStatus(403);
    }

    @Test
    void the_unit_receives_a_slip_once_by_name_and_what_it_received_is_not_taken_back() {
        paid(2);
        arrives("S0201-3", 2, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "2", Cast.COUNTY);
        var slip = lastSlip();
        assertThat(get("/textbooks/copies", Cast.UNIT)).hasStatusOk().bodyText().contains("清点无误，签收", slip);
        var receipt = "/textbooks/copies/handouts/" + slip + "/receipt";
        assertThat(post(receipt, Cast.CITY_UNIT)).as("another unit's").hasStatus(404);
        assertThat(post(receipt, Cast.COUNTY)).hasStatus(403);
        assertThat(post(receipt, Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(post(receipt, Cast.UNIT)).hasStatus(409).bodyText().contains("已经签收或者撤销");
        assertThat(get("/textbook-orders/units/" + UNIT, Cast.COUNTY))
                .bodyText()
                .contains("已签收", "刘芳 2023年4月16日 09:00");
        assertThat(post(
                        "/textbook-orders/units/" + UNIT + "/handouts/" + slip + "/taking-back",
                        Cast.COUNTY,
                        "reason",
                        "错"))
                .hasStatus(409);
        assertThat(audited("签收教材")).isTrue();
        figuresStand();
    }

    @Test
    void a_slip_that_was_not_received_is_taken_back_with_a_reason_and_the_copies_are_in_stock_again() {
        paid(2);
        arrives("S0201-3", 2, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "2", Cast.COUNTY);
        var back = "/textbook-orders/units/" + UNIT + "/handouts/" + lastSlip() + "/taking-back";
        assertThat(post(back, Cast.COUNTY, "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(post(back, Cast.OTHER_COUNTY, "reason", "错")).hasStatus(404);
        assertThat(post(back, Cast.COUNTY, "reason", "拿错了")).hasStatus3xxRedirection();
        assertThat(onHand()).isEqualTo(2);
        assertThat(get("/textbooks/copies", Cast.UNIT)).bodyText().contains("已撤销", "拿错了");
        assertThat(post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT))
                .hasStatus(409);
        assertThat(handsOut(UNIT, "S0201-3", "2", Cast.COUNTY)).as("again").hasStatus3xxRedirection();
        figuresStand();
    }

    @Test
    void an_arrival_whose_copies_went_out_is_not_reversed() {
        paid(2);
        arrives("S0201-3", 2, Cast.COUNTY);
        long line = figure("select max(id) from textbook.movement");
        handsOut(UNIT, "S0201-3", "1", Cast.COUNTY);
        assertThat(post("/textbook-orders/stock/movements/" + line + "/reversal", Cast.COUNTY, "reason", "错"))
                .hasStatus(409)
                .bodyText()
                .contains("库存只剩 1 册");
        figuresStand();
    }

    @Test
    void the_unit_gives_each_worker_the_book_no_more_than_it_received_and_can_undo() {
        paid(3);
        worker(9, UNIT, "S0201", 3);
        var give = "/textbooks/copies/givings/";
        assertThat(post(give + number(1), Cast.UNIT))
                .as("nothing there yet")
                .hasStatus(409)
                .bodyText()
                .contains("请先签收发放单");
        arrives("S0201-3", 2, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "2", Cast.COUNTY);
        assertThat(post(give + number(1), Cast.UNIT)).as("not received yet").hasStatus(409);
        post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT);

        assertThat(post(give + number(1), Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(post(give + number(1), Cast.UNIT)).hasStatus(409).bodyText().contains("已经登记发给本人");
        assertThat(post(give + number(9), Cast.UNIT))
                .as("has not opted in")
                .hasStatus(409)
                .bodyText()
                .contains("本人没有征订教材");
        assertThat(post(give + number(2), Cast.CITY_UNIT)).as("another unit").hasStatus(404);
        assertThat(post(give + number(2), Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(post(give + number(3), Cast.UNIT)).as("there were two").hasStatus(409);
        assertThat(post(give + number(2) + "/undoing", Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(post(give + number(2) + "/undoing", Cast.UNIT)).hasStatus(409);
        assertThat(post(give + number(3), Cast.UNIT)).hasStatus3xxRedirection();
        assertThat(audited("登记教材发给本人") && audited("撤销教材发给本人的登记")).isTrue();
        figuresStand();
    }

    @Test
    void all_at_once_gives_to_as_many_as_there_are_copies_and_says_how_many_wait() {
        paid(3);
        arrives("S0201-3", 2, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "2", Cast.COUNTY);
        post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT);
        assertThat(giving.giveAll(cast.actor(Cast.UNIT), clock.instant())).isEqualTo(new GivingBooks.Given(2, 1));
        assertThatThrownBy(() -> giving.giveAll(cast.actor(Cast.UNIT), clock.instant()))
                .isInstanceOf(Refusal.class);
        figuresStand();
    }

    @Test
    void of_many_at_once_over_the_same_copies_no_copy_goes_out_twice() throws Exception {
        var other = SocialCreditCode.complete("12410305MB1A00077").value();
        organisation.addUnit(
                new Unit(other, "涧西区第二幼儿园", UnitKind.PUBLIC_INSTITUTION, null, "410305", "410305", UnitStatus.ACTIVE),
                Actor.SYSTEM,
                clock.instant());
        for (int i = 1; i <= 6; i++) {
            orderer(i);
            orderer(100 + i, other, "S0201", 3);
        }
        confirm(Cast.UNIT);
        jdbc.sql("""
                insert into textbook.unit_book (year, unit_code, agency_code, level, occupation_code, ordered)
                values (2023, :unit, '410305', 3, 'S0201', 6)
                """).param("unit", other).update();
        jdbc.sql("update textbook.unit_book set paid = ordered").update();
        arrives("S0201-3", 7, Cast.COUNTY);

        var county = cast.actor(Cast.COUNTY);
        var attempts = new ArrayList<Callable<String>>();
        var barrier = new CyclicBarrier(8);
        for (int i = 0; i < 8; i++) {
            var unit = i % 2 == 0 ? UNIT : other;
            var request = "race" + i;
            attempts.add(() -> {
                barrier.await();
                return attempt(() ->
                        handing.handOut(request, unit, List.of(new Handout.Line(BOOK, 2)), county, clock.instant()));
            });
        }
        assertThat(atOnce(attempts))
                .containsExactlyInAnyOrder(
                        "done", "done", "done", "refused", "refused", "refused", "refused", "refused");
        assertThat(onHand()).as("seven, in twos").isOne();
        figuresStand();
    }

    @Test
    void a_slip_that_is_received_and_taken_back_at_once_ends_one_way() throws Exception {
        paid(2);
        arrives("S0201-3", 2, Cast.COUNTY);
        for (int round = 0; round < 5; round++) {
            handsOut(UNIT, "S0201-3", "2", Cast.COUNTY);
            var slip = lastSlip();
            var barrier = new CyclicBarrier(2);
            var answers = atOnce(List.of(
                    () -> {
                        barrier.await();
                        return attempt(() -> handing.receive(slip, cast.actor(Cast.UNIT), clock.instant()));
                    },
                    () -> {
                        barrier.await();
                        return attempt(() -> {
                            handing.takeBack(slip, "错", cast.actor(Cast.COUNTY), clock.instant());
                            return "";
                        });
                    }));
            assertThat(answers).containsExactlyInAnyOrder("done", "refused");
            figuresStand();
            if (unit("received") > 0) {
                return;
            }
        }
    }

    @Test
    void of_two_clerks_who_give_the_last_copy_at_once_one_is_refused() throws Exception {
        paid(2);
        arrives("S0201-3", 1, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "1", Cast.COUNTY);
        post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT);
        var barrier = new CyclicBarrier(2);
        var attempts = new ArrayList<Callable<String>>();
        for (int i = 1; i <= 2; i++) {
            var number = number(i);
            attempts.add(() -> {
                barrier.await();
                return attempt(() -> {
                    giving.give(number, cast.actor(Cast.UNIT), clock.instant());
                    return "";
                });
            });
        }
        assertThat(atOnce(attempts)).containsExactlyInAnyOrder("done", "refused");
        figuresStand();
    }

    private static List<String> atOnce(List<Callable<String>> attempts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(attempts.size())) {
            var answers = new ArrayList<String>();
            for (var one : threads.invokeAll(attempts)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static String attempt(Callable<?> act) throws Exception {
        try {
            act.call();
            return "done";
        } catch (Refusal | InvalidInput refused) {
            return "refused";
        }
    }

    @Test
    void the_worker_reads_whether_the_book_was_handed_over() {
        files(Cast.WORKER);
        assertThat(post("/textbooks", Cast.WORKER, "wanted", "yes")).hasStatus3xxRedirection();
        assertThat(get("/textbooks", Cast.WORKER)).bodyText().contains("还没有发放");
        confirm(Cast.UNIT);
        pays(Cast.UNIT);
        arrives("S0201-3", 1, Cast.COUNTY);
        handsOut(UNIT, "S0201-3", "1", Cast.COUNTY);
        post("/textbooks/copies/handouts/" + lastSlip() + "/receipt", Cast.UNIT);
        post("/textbooks/copies/givings", Cast.UNIT);
        assertThat(get("/textbooks", Cast.WORKER)).bodyText().contains("单位已登记把教材发给您");
    }

    private void files(String worker) {
        jdbc.sql("""
                insert into application.application (number, person_id, year, package_id, state, level, occupation, unit_code,
                       route, authority, tier, submitted_at, content_hash, created_at, changed_at)
                select '2023-7000001', :person, 2023, (select max(id) from cycle.year_package), 'PAID', 3, 'S0201', :unit,
                       array['agency:410305'], 'agency:410305', 0, now(), 'x', now(), now()
                """)
                .param("person", cast.actor(worker).person())
                .param("unit", CastSeeds.COUNTY_UNIT)
                .update();
    }
}
