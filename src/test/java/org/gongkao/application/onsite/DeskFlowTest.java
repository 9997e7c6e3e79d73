package org.gongkao.application.onsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gongkao.Cast;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Basis;
import org.gongkao.application.Finding;
import org.gongkao.application.ItemFindings;
import org.gongkao.application.ItemOutcome;
import org.gongkao.application.Outstanding;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 现场审查确认后，各级工考管理机构应及时将有关申报材料中的文件、证书原件退回申报单位 (notice 二（三）四). */
class DeskFlowTest extends OnSiteTest {

    @Autowired
    private ItemFindings findings;

    @Autowired
    private List<Outstanding> outstanding;

    @Test
    void originals_are_received_compared_and_given_back_with_a_receipt_that_both_see() {
        var number = atTheDesk();
        assertThat(page("/visits", Cast.COUNTY)).bodyText().contains("2023年3月20日", "已预约", "人社局二楼");
        assertThat(page("/visits/" + number, Cast.COUNTY)).bodyText().contains("接收原件", "学历", "复印件看不清印章");
        assertThat(post("/visits/" + number + "/originals", Cast.COUNTY, "version", "0", "brought", "education"))
                .hasStatus3xxRedirection();
        assertThat(visit(number).custody().receipt()).matches("YJ2023\\d{6}");
        assertThat(page("/visits?desk=held", Cast.COUNTY)).bodyText().contains("原件已收，待核对", "2023年3月27日 24:00 前退还");

        var page = originals.of(visit(number)).getFirst().id() + ".1";
        assertThat(post("/visits/" + number + "/comparison", Cast.COUNTY, "version", "1", "same." + page, "yes"))
                .hasStatus3xxRedirection();
        assertThat(post("/visits/" + number + "/return", Cast.COUNTY, "version", "2", "to", "刘芳"))
                .hasStatus3xxRedirection();
        assertThat(visit(number).state()).isEqualTo(VisitState.RETURNED);
        assertThat(page("/visits?desk=held", Cast.COUNTY)).bodyText().contains("没有未退还的原件");

        var receipt =
                "/visits/" + number + "/receipts/" + visit(number).custody().receipt();
        for (var who : List.of(Cast.WORKER, Cast.UNIT, Cast.COUNTY)) {
            assertThat(page(receipt, who)).as(who).hasStatusOk().hasContentTypeCompatibleWith("application/pdf");
        }
        for (var who : List.of(Cast.CITY_WORKER, Cast.CITY_UNIT, Cast.OTHER_COUNTY)) {
            assertThat(page(receipt, who)).as(who).hasStatus(404);
        }
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("原件已退还", "交接单", "逐页核对原件");
        await().atMost(Duration.ofSeconds(10)).until(() -> told(worker()).contains("原件已退还"));
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("原件已接收", "原件已退还");
    }

    @Test
    void the_comparison_is_the_offices_own_finding_with_the_original_as_its_basis_and_opens_the_last_tier() {
        var number = received();
        refuses(ApplicationRefusal.ORIGINAL_NOT_SEEN, () -> approve(number));
        compare(number, true, "");
        assertThat(finding(number)).satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(ItemOutcome.MET);
            assertThat(found.basis()).isEqualTo(Basis.ORIGINAL);
            assertThat(found.foundBy()).isEqualTo(actor(Cast.COUNTY).name());
        });
        assertThat(findings.of(file(number)).originalsOutstanding()).isEmpty();
        approve(number);
        assertThat(files.state(number)).isEqualTo("PAYMENT_DUE");
    }

    /** All other items as the personnel file has them; what was compared stays as it was found. */
    private void approve(String number) {
        files.approveFound(number, actor(Cast.COUNTY), clock.instant());
    }

    @Test
    void a_page_that_differs_is_a_defect_in_words_and_bars_the_approval() {
        var number = received();
        compare(number, false, "印章日期不同");
        assertThat(finding(number)).satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(ItemOutcome.UNMET);
            assertThat(found.problem()).isEqualTo("第1页与原件不一致：印章日期不同");
            assertThat(found.remedy()).isNotBlank();
        });
        refuses(ApplicationRefusal.ITEMS_OPEN, () -> approve(number));
        assertThat(page("/visits/" + number, Cast.COUNTY)).bodyText().contains("不一致", "印章日期不同");
    }

    private Finding finding(String number) {
        var now = findings.of(file(number));
        return now.items().stream()
                .filter(item -> item.key().equals("education"))
                .flatMap(item -> now.of(Office.agency("410305"), item).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_is_received_without_an_original_and_nothing_compared_with_a_page_left_out() {
        var number = atTheDesk();
        assertThat(post("/visits/" + number + "/originals", Cast.COUNTY, "version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("请先勾选收到了哪些原件");
        keeping.receive(number, version(number), DIPLOMA, actor(Cast.COUNTY), clock.instant());
        var page = originals.of(visit(number)).getFirst().id() + ".1";
        assertThat(post("/visits/" + number + "/comparison", Cast.COUNTY, "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("还没有核对，请选择一致或不一致");
        assertThat(post("/visits/" + number + "/comparison", Cast.COUNTY, "version", "1", "same." + page, "no"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明哪里不一致");
        refuses(
                OnSiteRefusal.PAGES_OPEN,
                () -> comparing.compare(number, 1, List.of(), actor(Cast.COUNTY), clock.instant()));
        refuses(OnSiteRefusal.PAGES_OPEN, () -> compare(number, false, " "));
        assertThat(findings.of(file(number)).originalsOutstanding()).hasSize(1);
    }

    @Test
    void each_page_has_its_own_word() {
        var number = marked(actor(Cast.WORKER), Set.of("education", "certificates"));
        booking.book(number, slot(MONDAY, 5), actor(Cast.WORKER), clock.instant());
        clock.set("2023-03-20T09:30:00");
        keeping.receive(number, 0, Set.of("education", "certificates"), actor(Cast.COUNTY), clock.instant());
        var received = originals.of(visit(number));
        var said = List.of(
                new Originals.Compared(received.get(0).id(), 1, true, ""),
                new Originals.Compared(received.get(1).id(), 1, false, "编号不同"));
        comparing.compare(number, 1, said, actor(Cast.COUNTY), clock.instant());
        assertThat(originals.pages(visit(number))).containsExactlyElementsOf(said);
        assertThat(findings.of(file(number)).defects(Office.agency("410305"))).hasSize(1);
    }

    @Test
    void what_was_not_brought_is_still_wanted_and_booked_again() {
        var number = marked(actor(Cast.WORKER), Set.of("education", "certificates"));
        booking.book(number, slot(MONDAY, 5), actor(Cast.WORKER), clock.instant());
        clock.set("2023-03-20T09:30:00");
        keeping.receive(number, 0, DIPLOMA, actor(Cast.COUNTY), clock.instant());
        compare(number, true, "");
        keeping.giveBack(number, 2, "刘芳", actor(Cast.COUNTY), clock.instant());
        assertThat(page("/unit-visits", Cast.UNIT)).bodyText().contains("待预约", "1 项");
        booking.book(number, slot(MONDAY.plusDays(2), 5), actor(Cast.UNIT), clock.instant());
        assertThat(visits.of(file(number))).hasSize(2);
    }

    @Test
    void nobody_handles_their_own_file_or_one_decided_on_at_another_tier() {
        var number = atTheDesk();
        var officer = actor(Cast.COUNTY);
        var own = cast.also(Cast.WORKER, Cast.COUNTY);
        refuses(ApplicationRefusal.OWN_FILE, () -> keeping.receive(number, 0, DIPLOMA, own, clock.instant()));
        keeping.receive(number, 0, DIPLOMA, officer, clock.instant());
        refuses(ApplicationRefusal.OWN_FILE, () -> comparing.compare(number, 1, List.of(), own, clock.instant()));
        jdbc.sql("""
                insert into application.act (application_id, act, from_state, to_state, tier, office, account_id, actor_name,
                       role, at)
                select id, 'APPROVE', 'IN_REVIEW', 'IN_REVIEW', 0, 'unit:x', :account, '王海', 'UNIT_CLERK', now()
                  from application.application where number = :number
                """)
                .param("account", officer.account())
                .param("number", number)
                .update();
        refuses(
                ApplicationRefusal.DECIDED_ON_OTHER_TIER,
                () -> comparing.compare(number, 1, List.of(), officer, clock.instant()));
    }

    @Test
    void only_the_desk_that_gave_the_time_handles_the_originals() {
        var number = atTheDesk();
        refuses(
                CommonRefusal.NOT_FOUND,
                () -> keeping.receive(number, 0, DIPLOMA, actor(Cast.OTHER_COUNTY), clock.instant()));
        refuses(
                ApplicationRefusal.NOT_ALLOWED_NOW,
                () -> keeping.receive(number, 0, DIPLOMA, actor(Cast.CITY), clock.instant()));
        keeping.receive(number, 0, DIPLOMA, actor(Cast.COUNTY), clock.instant());
        refuses(OnSiteRefusal.NOT_NOW, () -> keeping.giveBack(number, 1, "何伟", actor(Cast.CITY), clock.instant()));
        assertThat(post("/visits/" + number + "/originals", Cast.UNIT, "version", "1"))
                .hasStatus(403);
        assertThat(page("/visits/" + number, Cast.UNIT))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("登记退还");
    }

    @Test
    void the_second_of_two_officers_is_told_that_it_has_changed() {
        var number = atTheDesk();
        keeping.receive(number, 0, DIPLOMA, actor(Cast.COUNTY), clock.instant());
        refuses(
                CommonRefusal.CHANGED_MEANWHILE,
                () -> keeping.giveBack(number, 0, "刘芳", actor(Cast.COUNTY), clock.instant()));
        refuses(OnSiteRefusal.NOT_NOW, () -> keeping.receive(number, 1, DIPLOMA, actor(Cast.COUNTY), clock.instant()));
    }

    @Test
    void originals_of_a_file_that_ended_are_given_back_all_the_same_and_never_compared() {
        var number = received();
        files.sendBack(number, Set.of("post"), actor(Cast.COUNTY), clock.instant());
        refuses(ApplicationRefusal.NOT_ALLOWED_NOW, () -> compare(number, true, ""));
        assertThat(page("/visits/" + number, Cast.COUNTY)).bodyText().contains("不再核对，请把原件退还");
        assertThat(post("/visits/" + number + "/return", Cast.COUNTY, "version", "1", "to", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请填写领取原件的人的姓名");
        keeping.giveBack(number, 1, "刘芳", actor(Cast.COUNTY), clock.instant());
        assertThat(visit(number).state()).isEqualTo(VisitState.RETURNED);
    }

    @Test
    void overdue_originals_alarm_the_agency_and_the_one_above_by_sign_and_word() {
        var number = received();
        clock.set("2023-03-27T23:59:59.999");
        assertThat(page("/visits?desk=held", Cast.COUNTY)).bodyText().doesNotContain("逾期未退</span>");
        assertThat(page("/visits?desk=below", Cast.CITY)).bodyText().contains("下级没有逾期未退的原件");
        clock.set("2023-03-28T00:00:00");
        assertThat(page("/visits?desk=held", Cast.COUNTY))
                .bodyText()
                .contains("1 份原件逾期未退", "#s-unmet", "原件逾期未退", "现场审查<span class=\"gk-nb\">(1)</span>");
        assertThat(page("/visits?desk=below", Cast.CITY)).bodyText().contains("原件逾期未退", number);
        assertThat(page("/visits?desk=below", Cast.OTHER_COUNTY)).bodyText().doesNotContain(number);
        keeping.giveBack(number, 1, "刘芳", actor(Cast.COUNTY), clock.instant());
        assertThat(page("/visits?desk=below", Cast.CITY)).bodyText().doesNotContain(number);
    }

    @Test
    void a_closing_of_the_review_counts_what_still_lies_at_the_agency() {
        var unreturned = outstanding.stream()
                .filter(one -> one.label().equals("未退还的原件"))
                .findFirst()
                .orElseThrow();
        var county = Office.agency("410305");
        assertThat(unreturned.count(2023, county, actor(Cast.COUNTY))).isZero();
        var number = received();
        assertThat(unreturned.count(2023, county, actor(Cast.COUNTY))).isOne();
        assertThat(unreturned.count(2022, county, actor(Cast.COUNTY))).isZero();
        assertThat(unreturned.count(2023, Office.agency("410311"), actor(Cast.COUNTY)))
                .isZero();
        keeping.giveBack(number, 1, "刘芳", actor(Cast.COUNTY), clock.instant());
        assertThat(unreturned.count(2023, county, actor(Cast.COUNTY))).isZero();
    }

    @Test
    void every_act_leaves_a_line_in_the_history_and_in_the_audit() {
        var number = received();
        compare(number, true, "");
        keeping.giveBack(number, 2, "刘芳", actor(Cast.COUNTY), clock.instant());
        assertThat(jdbc.sql("select act from application.visit_act order by id")
                        .query(String.class)
                        .list())
                .containsExactly("BOOK", "RECEIVE", "COMPARE", "RETURN");
        assertThat(jdbc.sql("select act from audit.line where subject = :file and act like '现场审查%' order by id")
                        .param("file", "application:" + number)
                        .query(String.class)
                        .list())
                .containsExactly("现场审查：预约", "现场审查：接收原件", "现场审查：逐页核对原件", "现场审查：退还原件");
    }

    @Test
    void files_without_a_time_are_listed_the_longest_waiting_first() {
        var number = marked();
        assertThat(page("/visits?desk=waiting", Cast.COUNTY)).bodyText().contains("待预约", number, "1 项原件");
        assertThat(page("/visits?desk=waiting", Cast.OTHER_COUNTY)).bodyText().contains("没有待预约的申报");
        booking.book(number, slot(MONDAY, 5), actor(Cast.WORKER), clock.instant());
        assertThat(page("/visits?desk=waiting", Cast.COUNTY)).bodyText().doesNotContain(number);
    }
}
