package org.gongkao.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Period;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator of a demo moves the platform through the year. Does not exist in production. */
@Controller
@Profile("demo")
@Allowed(Role.ADMINISTRATOR)
class ClockController {

    private static final String TEMPLATE = "demo/clock";

    /** Where the shipped year is known, whatever the clock says now. */
    private static final Instant WITHIN_SHIPPED_YEAR = Instant.parse("2023-03-15T02:00:00Z");

    private static final Instant EARLIEST = Shanghai.startOf(LocalDate.of(2020, 1, 1));

    private static final Instant LATEST = Shanghai.startOf(LocalDate.of(2036, 1, 1));

    private final DemoClock clock;
    private final SettingClock setting;
    private final Cycles cycles;

    ClockController(DemoClock clock, SettingClock setting, Cycles cycles) {
        this.clock = clock;
        this.setting = setting;
        this.cycles = cycles;
    }

    @GetMapping("/demo/clock")
    ModelAndView show(Instant arrived) {
        var day = Shanghai.day(arrived).toString();
        var time = LocalTime.ofInstant(arrived, Shanghai.ZONE).truncatedTo(ChronoUnit.MINUTES);
        return Pages.page(TEMPLATE, page(arrived, day, time.toString(), List.of()));
    }

    @PostMapping("/demo/clock")
    ModelAndView set(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String moment,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            var to = moment.isEmpty() ? typed(day, time) : chosen(moment);
            setting.set(to, actor);
        } catch (InvalidInput input) {
            return Pages.refused(TEMPLATE, page(arrived, day, time, input.faults()));
        }
        flash.addFlashAttribute("flash", "平台时间已设为" + clock.inWords() + "。");
        return new ModelAndView("redirect:/demo/clock");
    }

    @PostMapping("/demo/clock/real")
    String backToRealTime(Actor actor, RedirectAttributes flash) {
        setting.backToRealTime(actor);
        flash.addFlashAttribute("flash", "平台已恢复真实时间。");
        return "redirect:/demo/clock";
    }

    private ClockPage page(Instant now, String day, String time, List<Fault> faults) {
        return new ClockPage(
                Shanghai.dateAndWeekday(now)
                        + Shanghai.second(now).substring(Shanghai.second(now).lastIndexOf(' ')),
                clock.setting().by(),
                clock.setting().isRealTime(),
                day,
                time,
                stages(now),
                faults);
    }

    private List<ClockPage.Stage> stages(Instant now) {
        var found = cycles.find(now).or(() -> cycles.find(WITHIN_SHIPPED_YEAR));
        var stages = new ArrayList<ClockPage.Stage>();
        found.ifPresent(cycle -> {
            for (var window : Window.values()) {
                var period = cycle.window(window);
                stages.add(new ClockPage.Stage(window.label(), words(period), period.covers(now), moments(period)));
            }
        });
        return stages;
    }

    private static String words(Period period) {
        return Shanghai.minute(period.from()) + " 至 " + Shanghai.deadline(period.to());
    }

    private static List<ClockPage.Moment> moments(Period period) {
        var midday = Shanghai.startOf(Shanghai.day(period.from())).plus(Duration.ofHours(10));
        return List.of(
                moment("前一分钟", period.from().minus(Duration.ofMinutes(1))),
                moment("第一天 10:00", midday),
                moment("最后一分钟", period.to().minus(Duration.ofMinutes(1))),
                moment("刚截止", period.to()));
    }

    private static ClockPage.Moment moment(String label, Instant at) {
        return new ClockPage.Moment(label, at.toString(), Shanghai.second(at));
    }

    private static Instant typed(String day, String time) {
        var faults = new Faults();
        LocalDate date = null;
        LocalTime clock = null;
        try {
            date = LocalDate.parse(day.strip());
        } catch (DateTimeException unreadable) {
            faults.add("day", "日期请按 2023-03-28 的样式填写。");
        }
        try {
            clock = LocalTime.parse(time.strip());
        } catch (DateTimeException unreadable) {
            faults.add("time", "时间请按 23:59 或 23:59:30 的样式填写。");
        }
        faults.refuse();
        return withinYears(java.util.Objects.requireNonNull(date)
                .atTime(java.util.Objects.requireNonNull(clock))
                .atZone(Shanghai.ZONE)
                .toInstant());
    }

    /** Far away from them no date can be stored or written, and no page could be opened to set the clock back. */
    private static Instant withinYears(Instant to) {
        new Faults()
                .addIf(to.isBefore(EARLIEST) || !to.isBefore(LATEST), "day", "年份请在 2020 至 2035 之间。")
                .refuse();
        return to;
    }

    private static Instant chosen(String moment) {
        try {
            return withinYears(Instant.parse(moment));
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(List.of(new Fault("day", "请从页面上的按钮选择时刻，或自己填写日期和时间。")));
        }
    }
}
