package org.gongkao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.gongkao.DatabaseTest;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.ShippedPackages;
import org.gongkao.shared.Actor;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** The page by which a demo's clock is set; its beans exist in a demo only, so they are put together here. */
class ClockControllerTest extends DatabaseTest {

    private static final Actor ADMINISTRATOR = new Actor(11, "郑工", Role.ADMINISTRATOR, "agency:410300", null);
    private static final Instant REAL = Instant.parse("2026-05-04T01:00:00Z");

    @Autowired
    private Audit audit;

    @Autowired
    private Cycles cycles;

    @Autowired
    private ShippedPackages shipped;

    @Autowired
    private PlatformTransactionManager transactions;

    private DemoClock demo;
    private ClockController page;

    @BeforeEach
    void open() {
        shipped.publishMissing();
        MachineClock machine = () -> REAL;
        demo = new DemoClock(machine, jdbc);
        page = new ClockController(demo, new SettingClock(demo, audit), cycles);
    }

    @Test
    void a_day_and_a_minute_are_typed_as_a_watch_in_luoyang_shows_them() {
        set("2023-03-28", "23:59", "");
        assertThat(demo.instant()).isEqualTo("2023-03-28T15:59:00Z");
        assertThat(demo.setting().by()).isEqualTo("郑工");
    }

    @Test
    void the_clock_is_moved_on_record() {
        set("2023-03-28", "23:59", "");
        assertThat(jdbc.sql("select count(*) from audit.line where act = '调整演示时间'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_said_at_once_and_stays_typed() {
        var answer = set("三月二十八", "二十四点", "");
        var shown = pageOf(answer);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(shown.faults()).hasSize(2);
        assertThat(shown.day()).isEqualTo("三月二十八");
        assertThat(demo.instant()).isEqualTo("2023-03-15T02:00:00Z");
    }

    @Test
    void a_moment_from_which_no_page_could_lead_back_is_not_taken() {
        for (var moment :
                java.util.List.of("+999999999-12-31T23:59:59Z", "2036-01-01T00:00:00+08:00", "-0001-01-01T00:00:00Z")) {
            assertThat(set("", "", moment).getStatus()).as(moment).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(demo.instant()).isEqualTo("2023-03-15T02:00:00Z");
    }

    @Test
    void each_stage_of_the_shipped_year_is_offered_with_its_last_minute() {
        var shown = pageOf(page.show(REAL));
        assertThat(shown.stages())
                .filteredOn(stage -> stage.label().equals("网上注册报名"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.moments())
                        .extracting(ClockPage.Moment::words)
                        .contains("2023年3月28日 23:59:00"));
    }

    private static ClockPage pageOf(ModelAndView answer) {
        return (ClockPage) java.util.Objects.requireNonNull(answer.getModel().get("page"));
    }

    private ModelAndView set(String day, String time, String moment) {
        var answer = new TransactionTemplate(transactions)
                .execute(running ->
                        page.set(day, time, moment, ADMINISTRATOR, clock.instant(), new RedirectAttributesModelMap()));
        return java.util.Objects.requireNonNull(answer);
    }
}
