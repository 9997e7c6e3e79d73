package org.gongkao.sanction;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycles;
import org.gongkao.person.PersonCard;
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
import org.gongkao.shared.Pages;
import org.gongkao.shared.Role;
import org.gongkao.shared.SearchTerm;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases of an agency and of those below it: the list, one case, and its acts. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class SanctionController {

    static final String LIST = "/sanctions";

    private static final String LIST_PAGE = "sanction/list";

    private final SanctionRows rows;
    private final Sanctions sanctions;
    private final HandlingSanctions handling;
    private final SanctionPages pages;
    private final Persons persons;
    private final PersonSearch people;
    private final CaseWords words;
    private final Cycles cycles;

    SanctionController(
            SanctionRows rows,
            Sanctions sanctions,
            HandlingSanctions handling,
            SanctionPages pages,
            Persons persons,
            PersonSearch people,
            CaseWords words,
            Cycles cycles) {
        this.rows = rows;
        this.sanctions = sanctions;
        this.handling = handling;
        this.pages = pages;
        this.persons = persons;
        this.people = people;
        this.words = words;
        this.cycles = cycles;
    }

    @GetMapping(LIST)
    ModelAndView list(
            @RequestParam(defaultValue = "mine") String desk,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Instant arrived) {
        var term = SearchTerm.inAddress(q);
        if (person != null || !term.isEmpty()) {
            var found = person != null ? rows.of(person, actor) : rows.find(term, actor);
            return Pages.page(LIST_PAGE, list(null, term, found, "", "", "", List.of(), actor, arrived));
        }
        var chosen = Desk.of(desk);
        var page = rows.list(
                chosen, before == null || !before.matches("[0-9]{1,18}") ? null : Long.valueOf(before), actor, arrived);
        var path = LIST + "?desk=" + chosen.key();
        return Pages.page(
                LIST_PAGE,
                list(
                        chosen,
                        "",
                        page.rows(),
                        LIST + "/export?desk=" + chosen.key(),
                        before == null ? "" : path,
                        page.next() == null ? "" : path + "&before=" + page.next(),
                        List.of(),
                        actor,
                        arrived));
    }

    /** A whole number leads to the cases of whose it is, by our own id; a person without any here reads like one that nobody has. */
    @PostMapping(LIST + "/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Actor actor, Instant arrived) {
        return switch (people.byNumber(q)) {
            case Sought.Words words ->
                new ModelAndView("redirect:" + Address.of(LIST).with("q", words.text()));
            case Sought.Whole number ->
                number.person()
                        .filter(person -> !rows.of(person, actor).isEmpty())
                        .map(person -> new ModelAndView("redirect:" + LIST + "?person=" + person))
                        .orElseGet(() -> notFound(q, "没有找到这个号码的案件，请核对后再查。", actor, arrived));
            case Sought.Wrong wrong -> notFound(q, wrong.sentence(), actor, arrived);
        };
    }

    private ModelAndView notFound(String typed, String sentence, Actor actor, Instant now) {
        var faults = List.of(new Fault("q", sentence));
        return Pages.refused(LIST_PAGE, list(null, typed, List.of(), "", "", "", faults, actor, now));
    }

    private SanctionListPage list(
            @Nullable Desk chosen,
            String term,
            List<Sanction> cases,
            String export,
            String first,
            String next,
            List<Fault> faults,
            Actor actor,
            Instant arrived) {
        var names = persons.cards(cases.stream().map(Sanction::personId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(PersonCard::id, card -> card));
        return new SanctionListPage(
                brief(rows.waiting(actor, arrived), arrived),
                Arrays.stream(Desk.values())
                        .map(one -> Chip.of(one.label(), LIST + "?desk=" + one.key(), one == chosen))
                        .toList(),
                term,
                cases.stream()
                        .map(row -> row(row, names.get(row.personId()), arrived))
                        .toList(),
                export,
                first,
                next,
                faults);
    }

    private SanctionListPage.Row row(Sanction sanction, @Nullable PersonCard card, Instant now) {
        return new SanctionListPage.Row(
                sanction.number(),
                card == null ? "" : card.name(),
                words.agency(sanction),
                sanction.material(),
                CaseWords.sign(sanction, now),
                CaseWords.state(sanction, now),
                Shanghai.minute(sanction.openedAt()),
                sanction.bar().map(bar -> Shanghai.deadline(bar.until())).orElse(""));
    }

    private Brief brief(int waiting, Instant now) {
        return new Brief(
                "违规处理",
                cycles.current(now).name(),
                waiting == 0 ? "没有待办的案件" : "办理 " + waiting + " 件案件",
                "",
                "不因年度结束而终止",
                "告知、拟定、审定须由两人办理");
    }

    @GetMapping(LIST + "/new")
    ModelAndView blank(Actor actor, Instant arrived) {
        var clause = cycles.current(actor.office().code(), arrived)
                .section(SanctionRules.class)
                .clause();
        return Pages.page("sanction/opening", opening(new LeadForm("", "", "", "", "", clause), List.of(), arrived));
    }

    @PostMapping(LIST)
    ModelAndView open(
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String filedOn,
            @RequestParam(defaultValue = "") String material,
            @RequestParam(defaultValue = "") String facts,
            @RequestParam(defaultValue = "") String clause,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var form = new LeadForm(identity, name, filedOn, material, facts, clause);
        try {
            var number = sanctions.propose(form.read(persons, arrived), actor, arrived);
            flash.addFlashAttribute("flash", "已立案。核对无误后请书面告知当事人。");
            return new ModelAndView("redirect:" + LIST + "/" + number);
        } catch (InvalidInput invalid) {
            return Pages.refused("sanction/opening", opening(form, invalid.faults(), arrived));
        }
    }

    private NewCasePage opening(LeadForm form, List<Fault> faults, Instant now) {
        return new NewCasePage(
                new Brief("违规处理", cycles.current(now).name(), "写明当事人、事实和依据", "立案不等于处理，当事人有权陈述申辩", "核实清楚后办理", ""),
                form,
                faults);
    }

    @GetMapping(LIST + "/{number}")
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page("sanction/case", pages.page(rows.get(number, actor), actor, arrived, Words.NONE, List.of()));
    }

    /** One form, one address: the button says what is asked. */
    @PostMapping(LIST + "/{number}")
    ModelAndView act(
            @PathVariable String number,
            @RequestParam SanctionAct act,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String end,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        var typed = new Words(reason, clause, document, end);
        try {
            handling.handle(number, version, act, typed, actor, arrived);
        } catch (InvalidInput invalid) {
            var sanction = rows.get(number, actor);
            return Pages.refused("sanction/case", pages.page(sanction, actor, arrived, typed, invalid.faults()));
        }
        flash.addFlashAttribute("flash", "已办理：" + act.label() + "。");
        return new ModelAndView("redirect:" + LIST + "/" + number);
    }
}
