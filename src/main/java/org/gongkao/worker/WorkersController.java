package org.gongkao.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The unit's list of workers, and the confirmation of each. */
@Controller
@Allowed(Role.UNIT_CLERK)
class WorkersController {

    private static final String HERE = "/workers";
    private static final String ONE = "worker/worker";

    private final UnitWorkers workers;
    private final Confirming confirming;
    private final Persons persons;

    WorkersController(UnitWorkers workers, Confirming confirming, Persons persons) {
        this.workers = workers;
        this.confirming = confirming;
        this.persons = persons;
    }

    @Bean
    static Room workersRoom() {
        return Room.of("职工核验", HERE, 30, Role.UNIT_CLERK);
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long after,
            Actor clerk) {
        int waiting = workers.count(Standing.UNCONFIRMED, clerk);
        var chosen = standing(standing);
        if (!q.isBlank()) {
            var found = workers.find(q.strip(), personOf(q), clerk);
            var shown = found.isEmpty() ? "本单位没有找到" : "找到 " + found.size() + " 人";
            return Pages.page(
                    "worker/workers", new WorkersPage(brief(waiting), chips("none"), q, found, shown, HERE, ""));
        }
        var page = workers.list(chosen.orElse(null), after, clerk);
        var here = HERE + (chosen.isPresent() ? "?standing=" + standing : "?");
        var next = page.next() == null ? "" : here + "&after=" + page.next();
        return Pages.page(
                "worker/workers",
                new WorkersPage(
                        brief(waiting),
                        chips(chosen.isPresent() ? standing : ""),
                        "",
                        page.rows(),
                        "本页 " + page.rows().size() + " 人",
                        after == null ? "" : here,
                        next));
    }

    @GetMapping(HERE + "/{person}")
    ModelAndView one(@PathVariable long person, Actor clerk) {
        return Pages.page(ONE, page(workers.get(person, clerk), "", "", "", List.of()));
    }

    @PostMapping(HERE + "/{person}/confirmation")
    ModelAndView confirm(
            @PathVariable long person,
            @RequestParam int version,
            Actor clerk,
            Instant arrived,
            RedirectAttributes flash) {
        confirming.confirm(person, version, clerk, arrived);
        flash.addFlashAttribute("flash", "已确认为本单位职工。");
        return new ModelAndView("redirect:" + HERE + "?standing=UNCONFIRMED");
    }

    @PostMapping(HERE + "/{person}/refusal")
    ModelAndView refuse(
            @PathVariable long person,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor clerk,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            confirming.refuse(person, version, reason, clerk, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(ONE, page(workers.get(person, clerk), reason, "", "", wrong.faults()));
        }
        flash.addFlashAttribute("flash", "已记为不是本单位职工，本人可以重新选择单位；在本单位待审核的申报退回本人。");
        return new ModelAndView("redirect:" + HERE + "?standing=UNCONFIRMED");
    }

    /** The whole number, on this one answer only; the reason stays in the audit. */
    @PostMapping(HERE + "/{person}/number")
    ModelAndView reveal(@PathVariable long person, @RequestParam(defaultValue = "") String revealReason, Actor clerk) {
        var row = workers.get(person, clerk);
        try {
            return Pages.page(ONE, page(row, "", revealReason, persons.reveal(person, revealReason, clerk), List.of()));
        } catch (Refusal refusal) {
            var fault = new Fault("revealReason", refusal.sentence());
            return Pages.refused(ONE, page(row, "", revealReason, "", List.of(fault)));
        }
    }

    private WorkerPage page(WorkerRow row, String reason, String revealReason, String number, List<Fault> faults) {
        var facts = List.of(
                new Line("姓名", row.name()),
                new Line("身份证号码", row.maskedNumber()),
                new Line("性别", persons.card(row.personId()).sex().label()),
                new Line("手机号", row.phone()),
                new Line("注册时间", row.enrolled()));
        return new WorkerPage(row, facts, row.standing() == Standing.UNCONFIRMED, reason, revealReason, number, faults);
    }

    private Optional<Long> personOf(String typed) {
        var number = NationalId.parse(typed);
        return number.isPresent()
                ? persons.find(number.get())
                : Phone.parse(typed).flatMap(persons::findByPhone);
    }

    private static Optional<Standing> standing(String name) {
        for (var one : Standing.values()) {
            if (one.name().equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static List<Chip> chips(String here) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", HERE, here.isEmpty()));
        for (var one : Standing.values()) {
            chips.add(new Chip(
                    one.label(), HERE + "?standing=" + one.name(), one.name().equals(here), one.sign()));
        }
        return chips;
    }

    private static Brief brief(int waiting) {
        return waiting == 0
                ? new Brief("职工核验", "注册时选了本单位的人", "现在没有要核验的", "有人注册后会出现在这里", "无", "")
                : new Brief(
                        "职工核验",
                        "注册时选了本单位的人",
                        "核验 " + waiting + " 人是不是本单位职工",
                        "对照人事档案，每人只核验一次",
                        "单位初审之前",
                        "审核申报前请先核验本人");
    }
}
