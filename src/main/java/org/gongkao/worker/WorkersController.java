package org.gongkao.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.person.PersonSearch;
import org.gongkao.person.Persons;
import org.gongkao.person.Sought;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Room;
import org.gongkao.shared.SearchTerm;
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
    private static final String LIST = "worker/workers";
    private static final String ONE = "worker/worker";

    private final UnitWorkers workers;
    private final Confirming confirming;
    private final Persons persons;
    private final PersonSearch people;

    WorkersController(UnitWorkers workers, Confirming confirming, Persons persons, PersonSearch people) {
        this.workers = workers;
        this.confirming = confirming;
        this.persons = persons;
        this.people = people;
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
        var name = SearchTerm.inAddress(q);
        if (!name.isEmpty()) {
            var found = workers.find(name, clerk);
            return Pages.page(
                    LIST,
                    new WorkersPage(
                            brief(waiting),
                            chips("none"),
                            name,
                            found,
                            "找到 " + found.size() + " 人",
                            HERE,
                            "",
                            List.of()));
        }
        var page = workers.list(chosen.orElse(null), after, clerk);
        var here = Address.of(HERE).with("standing", chosen.isPresent() ? standing : "");
        var next = page.next() == null ? "" : here.with("after", page.next()).toString();
        return Pages.page(
                LIST,
                new WorkersPage(
                        brief(waiting),
                        chips(chosen.isPresent() ? standing : ""),
                        "",
                        page.rows(),
                        "本页 " + page.rows().size() + " 人",
                        after == null ? "" : here.toString(),
                        next,
                        List.of()));
    }

    /** A whole number leads to whose it is, if that is one of the unit's own; a name goes on as a filter. */
    @PostMapping(HERE + "/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Actor clerk) {
        return switch (people.byNumberOrPhone(q)) {
            case Sought.Words name ->
                new ModelAndView("redirect:" + Address.of(HERE).with("q", name.text()));
            case Sought.Whole number ->
                number.person()
                        .filter(person -> workers.has(person, clerk))
                        .map(person -> new ModelAndView("redirect:" + HERE + "/" + person))
                        .orElseGet(() -> notFound(q, "本单位没有找到这个号码的职工，请核对后再查。", clerk));
            case Sought.Wrong wrong -> notFound(q, wrong.sentence(), clerk);
        };
    }

    private ModelAndView notFound(String typed, String sentence, Actor clerk) {
        var faults = List.of(new Fault("q", sentence));
        return Pages.refused(
                LIST,
                new WorkersPage(
                        brief(workers.count(Standing.UNCONFIRMED, clerk)),
                        chips("none"),
                        typed,
                        List.of(),
                        "",
                        "",
                        "",
                        faults));
    }

    @GetMapping(HERE + "/{person}")
    ModelAndView one(@PathVariable long person, Actor clerk) {
        return Pages.page(ONE, page(workers.get(person, clerk), "", "", "", List.of(), clerk));
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
            return Pages.refused(ONE, page(workers.get(person, clerk), reason, "", "", wrong.faults(), clerk));
        }
        flash.addFlashAttribute("flash", "已记为不是本单位职工，本人可以重新选择单位；在本单位待审核的申报退回本人。");
        return new ModelAndView("redirect:" + HERE + "?standing=UNCONFIRMED");
    }

    /** The whole number, on this one answer only; the reason stays in the audit. */
    @PostMapping(HERE + "/{person}/number")
    ModelAndView reveal(@PathVariable long person, @RequestParam(defaultValue = "") String revealReason, Actor clerk) {
        var row = workers.get(person, clerk);
        try {
            var number = persons.reveal(person, revealReason, clerk);
            return Pages.page(ONE, page(row, "", revealReason, number, List.of(), clerk));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            var fault = new Fault("revealReason", refusal.sentence());
            return Pages.refused(ONE, page(row, "", revealReason, "", List.of(fault), clerk));
        }
    }

    private WorkerPage page(
            WorkerRow row, String reason, String revealReason, String number, List<Fault> faults, Actor clerk) {
        var facts = List.of(
                new Line("姓名", row.name()),
                new Line("身份证号码", row.maskedNumber()),
                new Line("性别", persons.card(row.personId()).sex().label()),
                new Line("手机号", row.phone()),
                new Line("注册时间", row.enrolled()));
        boolean open = row.standing() == Standing.UNCONFIRMED;
        boolean own = row.isOf(clerk);
        var why = open && own ? WorkerRefusal.OWN_STANDING.sentence() : "";
        return new WorkerPage(row, facts, open && !own, why, reason, revealReason, number, faults);
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
