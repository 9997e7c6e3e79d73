package org.gongkao.application.onsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.gongkao.Cast;
import org.gongkao.application.filling.FilledFile;
import org.gongkao.application.filling.WorkerActs;
import org.gongkao.demo.CastSeeds;
import org.gongkao.job.JobSteps;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 需要现场审查确认人员申报材料的，由单位人事部门集中报工考管理机构进行现场审查确认 (notice 二（一）): times and who has them. */
class BookingFlowTest extends OnSiteTest {

    @Autowired
    private WorkerActs worker;

    @Autowired
    private JobSteps jobs;

    @Test
    void an_agency_opens_times_for_several_working_days_at_once() {
        assertThat(post(
                        "/visit-slots",
                        Cast.COUNTY,
                        "first",
                        "2023-03-31",
                        "last",
                        "2023-04-06",
                        "from",
                        "09:00",
                        "until",
                        "11:30",
                        "place",
                        "人社局二楼",
                        "capacity",
                        "10"))
                .hasStatus3xxRedirection();
        var days = slots.upcoming(null, 100, actor(Cast.COUNTY), clock.instant()).stream()
                .map(slot -> org.gongkao.shared.Shanghai.day(slot.startsAt()).toString())
                .toList();
        assertThat(days)
                .as("without the weekend and without 清明 on 5 April")
                .containsExactly("2023-03-31", "2023-04-03", "2023-04-04", "2023-04-06");
        assertThat(page("/visit-slots", Cast.COUNTY))
                .hasStatusOk()
                .bodyText()
                .contains("2023年3月31日 星期五 09:00至11:30", "人社局二楼");
        assertThat(page("/visit-slots", Cast.OTHER_COUNTY)).bodyText().doesNotContain("人社局二楼");
    }

    @Test
    void times_lie_within_the_review_and_from_tomorrow_on_and_never_twice() {
        var officer = actor(Cast.COUNTY);
        var now = clock.instant();
        refuses(
                OnSiteRefusal.OUTSIDE_REVIEW,
                () -> opening.open(
                        asked(LocalDate.of(2023, 4, 10), LocalDate.of(2023, 4, 11), 5, false), officer, now));
        refuses(
                OnSiteRefusal.SLOT_PAST,
                () -> opening.open(asked(LocalDate.of(2023, 3, 15), MONDAY, 5, false), officer, now));
        var saturday = LocalDate.of(2023, 3, 18);
        refuses(
                OnSiteRefusal.NO_WORKING_DAY,
                () -> opening.open(asked(saturday, saturday.plusDays(1), 5, false), officer, now));
        assertThat(opening.open(asked(saturday, saturday.plusDays(1), 5, true), officer, now))
                .isEqualTo(2);
        refuses(OnSiteRefusal.SLOT_EXISTS, () -> opening.open(asked(saturday, MONDAY, 5, true), officer, now));
        assertThat(slots.upcoming(null, 100, officer, now)).as("all or none").hasSize(2);
    }

    @Test
    void what_is_typed_wrong_is_told_beside_each_field_and_kept() {
        assertThat(post(
                        "/visit-slots",
                        Cast.COUNTY,
                        "first",
                        "3月20日",
                        "from",
                        "09:00",
                        "until",
                        "08:00",
                        "place",
                        "二楼"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写开始日期", "结束时间要晚于开始时间", "每个时段的名额应为1至200的整数", "3月20日");
        assertThat(post(
                        "/visit-slots",
                        Cast.COUNTY,
                        "first",
                        "2023-03-18",
                        "from",
                        "09:00",
                        "until",
                        "10:00",
                        "place",
                        "二楼",
                        "capacity",
                        "3"))
                .hasStatus(422)
                .bodyText()
                .contains("所选日期里没有工作日");
    }

    @Test
    void a_worker_reads_what_to_bring_and_why_and_books() {
        var number = marked();
        long slot = slot(MONDAY, 5);
        assertThat(page("/visit", Cast.WORKER))
                .hasStatusOk()
                .bodyText()
                .contains("学历", "复印件看不清印章", "2023年3月20日 星期一", "还有 5 个名额");
        assertThat(post("/visit/bookings", Cast.WORKER, "slot", "" + slot)).hasStatus3xxRedirection();
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("已预约", "人社局二楼", "取消预约");
        assertThat(visit(number).state()).isEqualTo(VisitState.BOOKED);
        assertThat(booked(slot)).isOne();
        await().atMost(Duration.ofSeconds(10)).until(() -> told(worker()).contains("现场审查已预约"));
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("现场审查已预约");
    }

    @Test
    void it_is_changed_until_24_hours_of_the_eve_and_not_after_and_again_when_nobody_came() {
        var number = marked();
        long first = slot(MONDAY, 5);
        long second = slot(MONDAY.plusDays(2), 5);
        long third = slot(MONDAY.plusDays(3), 5);
        booking.book(number, first, actor(Cast.WORKER), clock.instant());
        refuses(OnSiteRefusal.SAME_SLOT, () -> booking.book(number, first, actor(Cast.WORKER), clock.instant()));
        clock.set("2023-03-19T23:59:59.999");
        booking.book(number, second, actor(Cast.WORKER), clock.instant());
        assertThat(List.of(booked(first), booked(second))).containsExactly(0, 1);

        clock.set("2023-03-22T00:00:00");
        refuses(
                OnSiteRefusal.TOO_LATE_TO_CHANGE,
                () -> booking.book(number, third, actor(Cast.WORKER), clock.instant()));
        refuses(OnSiteRefusal.TOO_LATE_TO_CHANGE, () -> booking.cancel(number, actor(Cast.WORKER), clock.instant()));
        assertThat(post("/visit/cancellation", Cast.WORKER))
                .hasStatus(409)
                .bodyText()
                .contains("前一天24:00以前");

        clock.set("2023-03-22T11:30:00");
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("时段已过，未到场", "另约时间");
        booking.book(number, third, actor(Cast.WORKER), clock.instant());
        assertThat(visit(number).slot().id()).isEqualTo(third);
    }

    @Test
    void a_booking_is_given_up_and_its_place_is_free_again() {
        var number = marked();
        long slot = slot(MONDAY, 1);
        booking.book(number, slot, actor(Cast.WORKER), clock.instant());
        assertThat(post("/visit/cancellation", Cast.WORKER)).hasStatus3xxRedirection();
        assertThat(booked(slot)).isZero();
        refuses(OnSiteRefusal.NOT_NOW, () -> booking.cancel(number, actor(Cast.WORKER), clock.instant()));
        booking.book(number, slot, actor(Cast.WORKER), clock.instant());
        assertThat(booked(slot)).isOne();
    }

    @Test
    void only_a_marked_file_that_lies_before_an_agency_is_booked() {
        var plain = files.inReview(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, actor(Cast.COUNTY), clock.instant());
        long slot = slot(MONDAY, 5);
        refuses(OnSiteRefusal.NOT_MARKED, () -> booking.book(plain, slot, actor(Cast.WORKER), clock.instant()));
        files.approve(plain, actor(Cast.COUNTY), clock.instant());
        refuses(OnSiteRefusal.NOT_BEFORE_AGENCY, () -> booking.book(plain, slot, actor(Cast.WORKER), clock.instant()));
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("不需要现场审查");
    }

    @Test
    void a_file_that_still_lies_with_its_unit_waits_for_the_agency() {
        var number = worker.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        files.mark(number, DIPLOMA, "看不清", actor(Cast.UNIT), clock.instant());
        long slot = slot(MONDAY, 5);
        refuses(OnSiteRefusal.NOT_BEFORE_AGENCY, () -> booking.book(number, slot, actor(Cast.WORKER), clock.instant()));
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("报到工考管理机构以后，才能预约", "看不清");
        assertThat(page("/unit-visits", Cast.UNIT)).bodyText().contains("等报到工考管理机构");
    }

    @Test
    void a_time_of_another_agency_a_closed_one_and_none_are_refused_and_the_page_stays() {
        var number = marked();
        opening.open(asked(MONDAY, MONDAY, 5, true), actor(Cast.OTHER_COUNTY), clock.instant());
        long others = slots.upcoming(null, 1, actor(Cast.OTHER_COUNTY), clock.instant())
                .getFirst()
                .id();
        refuses(OnSiteRefusal.SLOT_GONE, () -> booking.book(number, others, actor(Cast.WORKER), clock.instant()));
        long closed = slot(MONDAY, 5);
        opening.close(closed, "", actor(Cast.COUNTY), clock.instant());
        assertThat(post("/visit/bookings", Cast.WORKER, "slot", "" + closed))
                .hasStatus(409)
                .bodyText()
                .contains("另选一个时段");
        assertThat(post("/visit/bookings", Cast.WORKER))
                .hasStatus(422)
                .bodyText()
                .contains("请先选择一个时段");
    }

    @Test
    void nobody_books_for_somebody_else() {
        var number = marked();
        long slot = slot(MONDAY, 5);
        refuses(CommonRefusal.NOT_FOUND, () -> booking.book(number, slot, actor(Cast.CITY_WORKER), clock.instant()));
        refuses(CommonRefusal.NOT_FOUND, () -> booking.book(number, slot, actor(Cast.CITY_UNIT), clock.instant()));
    }

    @Test
    void of_two_at_the_last_place_the_database_lets_one_through() throws Exception {
        long slot = slot(MONDAY, 1);
        var people = List.of(another(1), another(2), another(3), another(4));
        var numbers = people.stream().map(person -> marked(person, DIPLOMA)).toList();
        var barrier = new CyclicBarrier(people.size());
        var attempts = new ArrayList<Callable<String>>();
        for (int i = 0; i < people.size(); i++) {
            var number = numbers.get(i);
            var person = people.get(i);
            attempts.add(() -> {
                barrier.await();
                return attempt(number, slot, person);
            });
        }
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            var answers = new ArrayList<String>();
            for (var one : threads.invokeAll(attempts)) {
                answers.add(one.get());
            }
            assertThat(answers).containsExactlyInAnyOrder("booked", "SLOT_FULL", "SLOT_FULL", "SLOT_FULL");
        }
        assertThat(booked(slot)).isOne();
    }

    private String attempt(String number, long slot, Actor person) {
        try {
            booking.book(number, slot, person, clock.instant());
            return "booked";
        } catch (Refusal refusal) {
            return refusal.reason().name();
        }
    }

    @Test
    void a_full_time_is_not_offered_and_says_so_to_who_was_too_slow() {
        long slot = slot(MONDAY, 1);
        booking.book(marked(another(1), DIPLOMA), slot, actor(Cast.UNIT), clock.instant());
        var number = marked();
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("都已约满").doesNotContain("还有 0 个名额");
        assertThat(post("/visit/bookings", Cast.WORKER, "slot", "" + slot))
                .hasStatus(409)
                .bodyText()
                .contains("没有约上，请另选一个时段");
        assertThat(visits.of(file(number))).isEmpty();
    }

    @Test
    void a_unit_books_for_all_its_files_in_one_act_and_reads_what_became_of_each() {
        long slot = slot(MONDAY, 2);
        var numbers = List.of(marked(another(1), DIPLOMA), marked(another(2), DIPLOMA), marked(another(3), DIPLOMA));
        assertThat(page("/unit-visits", Cast.UNIT)).hasStatusOk().bodyText().contains("待预约", "为 3 份申报预约时间");
        assertThat(post("/unit-visits/bookings", Cast.UNIT, "slot", "" + slot))
                .hasStatus(422)
                .bodyText()
                .contains("请先勾选要预约的申报");
        var started = post(
                "/unit-visits/bookings",
                Cast.UNIT,
                "slot",
                "" + slot,
                "file",
                numbers.get(0),
                "file",
                numbers.get(1),
                "file",
                numbers.get(2));
        assertThat(started).hasStatus3xxRedirection();
        jobs.runAll();
        assertThat(booked(slot)).isEqualTo(2);
        assertThat(page(String.valueOf(started.getResponse().getRedirectedUrl()), Cast.UNIT))
                .bodyText()
                .contains("已预约。", "没有约上，请另选一个时段");
        assertThat(page("/unit-visits", Cast.UNIT)).bodyText().contains("为 1 份申报预约时间", "2023年3月20日 星期一");
    }

    @Test
    void a_unit_gives_up_what_was_booked_and_never_anothers() {
        var number = marked();
        long slot = slot(MONDAY, 2);
        booking.book(number, slot, actor(Cast.WORKER), clock.instant());
        assertThat(post("/unit-visits/cancellation", Cast.CITY_UNIT, "number", number))
                .hasStatus(404);
        assertThat(post("/unit-visits/cancellation", Cast.UNIT, "number", number))
                .hasStatus3xxRedirection();
        assertThat(booked(slot)).isZero();
    }

    @Test
    void a_time_with_bookings_is_cancelled_only_with_a_reason_and_those_booked_are_told() {
        var number = marked();
        long slot = slot(MONDAY, 2);
        booking.book(number, slot, actor(Cast.WORKER), clock.instant());
        assertThat(post("/visit-slots/closing", Cast.COUNTY, "slot", "" + slot))
                .hasStatus(422)
                .bodyText()
                .contains("请写明取消的缘由");
        assertThat(post("/visit-slots/closing", Cast.OTHER_COUNTY, "slot", "" + slot, "reason", "停电"))
                .hasStatus(404);
        assertThat(post("/visit-slots/closing", Cast.COUNTY, "slot", "" + slot, "reason", "停电"))
                .hasStatus3xxRedirection();
        assertThat(visit(number).state()).isEqualTo(VisitState.CANCELLED);
        refuses(OnSiteRefusal.SLOT_GONE, () -> opening.close(slot, "", actor(Cast.COUNTY), clock.instant()));
        assertThat(page("/visit", Cast.WORKER)).bodyText().contains("时段取消", "停电");
        await().atMost(Duration.ofSeconds(10)).until(() -> told(worker()).contains("现场审查预约已取消"));
        assertThat(told("unit:" + CastSeeds.COUNTY_UNIT)).contains("现场审查预约已取消");
    }

    @Test
    void a_file_that_leaves_the_agency_gives_its_place_back() {
        var number = marked();
        long slot = slot(MONDAY, 1);
        booking.book(number, slot, actor(Cast.WORKER), clock.instant());
        files.sendBack(number, Set.of("post"), actor(Cast.COUNTY), clock.instant());
        await().atMost(Duration.ofSeconds(10)).until(() -> visit(number).state() == VisitState.CANCELLED);
        assertThat(booked(slot)).isZero();
    }

    @Test
    void the_list_of_wanted_originals_says_what_the_findings_say() {
        var number = worker.handedIn(actor(Cast.WORKER), CastSeeds.COUNTY_UNIT, clock.instant());
        FilledFile.attach(jdbc, number, "DIPLOMA", clock.instant());
        var all = findings.items(file(number)).stream()
                .map(org.gongkao.application.ReviewItem::key)
                .collect(java.util.stream.Collectors.toSet());
        assertThat(all).anyMatch(key -> key.startsWith("condition:")).anyMatch(key -> key.startsWith("material:"));
        files.mark(number, all, "看原件", actor(Cast.UNIT), clock.instant());
        assertThat(listed(number)).isEqualTo(all);
        findings.originalSeen(file(number), findings.items(file(number)).getFirst(), actor(Cast.UNIT), clock.instant());
        jdbc.sql(
                        "update application.application set record = jsonb_set(record, '{post,post}', '\"炊事员\"') where number = :n")
                .param("n", number)
                .update();
        jdbc.sql("update application.material set removed_at = now() where label = '材料' and kind = 'PHOTO'")
                .update();
        var outstanding = findings.of(file(number)).originalsOutstanding().stream()
                .map(org.gongkao.application.ReviewItem::key)
                .collect(java.util.stream.Collectors.toSet());
        assertThat(outstanding).hasSize(all.size() - 3);
        assertThat(listed(number)).isEqualTo(outstanding);
    }

    @Autowired
    private org.gongkao.application.ItemFindings findings;

    private Set<String> listed(String number) {
        return jdbc.sql("""
                select w.item from application.v_original_wanted w join application.application a on a.id = w.application_id
                 where a.number = :n
                """).param("n", number).query(String.class).set();
    }
}
