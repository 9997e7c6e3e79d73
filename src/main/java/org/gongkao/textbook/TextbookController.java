package org.gongkao.textbook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Textbooks: the worker's choice, and the unit's order sheet. */
@Controller
class TextbookController {

    private final Choices choices;
    private final OrderSheets sheets;
    private final OrderingTextbooks ordering;
    private final Cycles cycles;
    private final Organisation organisation;
    private final Persons persons;

    TextbookController(
            Choices choices,
            OrderSheets sheets,
            OrderingTextbooks ordering,
            Cycles cycles,
            Organisation organisation,
            Persons persons) {
        this.choices = choices;
        this.sheets = sheets;
        this.ordering = ordering;
        this.cycles = cycles;
        this.organisation = organisation;
        this.persons = persons;
    }

    @GetMapping("/textbooks")
    @Allowed({Role.WORKER, Role.UNIT_CLERK})
    ModelAndView show(Actor actor, Instant arrived) {
        return actor.is(Role.WORKER)
                ? Pages.page("textbook/choice", choice(actor, List.of(), arrived))
                : Pages.page("textbook/sheet", sheet(actor, arrived));
    }

    @PostMapping("/textbooks")
    @Allowed(Role.WORKER)
    Object choose(
            @RequestParam(defaultValue = "") String wanted, Actor actor, Instant arrived, RedirectAttributes redirect) {
        if (!wanted.equals("yes") && !wanted.equals("no")) {
            var faults = List.of(new Fault("wanted", TextbookRefusal.NOT_CHOSEN.sentence()));
            return Pages.refused("textbook/choice", choice(actor, faults, arrived));
        }
        ordering.choose(wanted.equals("yes"), actor, arrived);
        redirect.addFlashAttribute("flash", wanted.equals("yes") ? "已选择征订教材。" : "已选择不征订教材。");
        return "redirect:/textbooks";
    }

    @PostMapping("/textbooks/sheets")
    @Allowed(Role.UNIT_CLERK)
    String confirm(
            @RequestParam(defaultValue = "") String hash, Actor actor, Instant arrived, RedirectAttributes redirect) {
        int version = ordering.confirm(hash, actor, arrived);
        redirect.addFlashAttribute("flash", "教材征订单第 " + version + " 版已确认，请打印盖章，连同花名册报送。");
        return "redirect:/textbooks";
    }

    private ChoicePage choice(Actor worker, List<Fault> faults, Instant arrived) {
        return choices.of(worker, cycles.current(arrived))
                .map(one -> ChoicePage.of(one, sheets.isSentIn(one), faults))
                .orElseGet(ChoicePage::none);
    }

    private SheetPage sheet(Actor clerk, Instant arrived) {
        Cycle cycle = cycles.current(organisation.unit(clerk.office().code()).agencyCode(), arrived);
        var orderers = choices.ofUnit(clerk, cycle);
        var names = persons.cards(orderers.stream().map(Orderer::person).toList()).stream()
                .collect(Collectors.toMap(PersonCard::id, PersonCard::name));
        return SheetPage.of(
                OrderSheet.of(clerk.office().code(), cycle.year(), orderers),
                orderers,
                names,
                sheets.versions(clerk, cycle.year()));
    }
}
