package org.gongkao.application.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.cycle.Window;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.PersonSearch;
import org.gongkao.person.Sought;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Address;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.SearchTerm;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The work queues of unit, department, county, city and province. */
@Controller
@Allowed({Role.UNIT_CLERK, Role.DEPARTMENT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
class QueueController {

    private static final String LIST = "application/review/queue";

    private final Queues queues;
    private final Cycles cycles;
    private final QueueLines lines;
    private final BatchDeciding batch;
    private final PersonSearch people;
    private final Organisation organisation;

    QueueController(
            Queues queues,
            Cycles cycles,
            QueueLines lines,
            BatchDeciding batch,
            PersonSearch people,
            Organisation organisation) {
        this.queues = queues;
        this.cycles = cycles;
        this.lines = lines;
        this.batch = batch;
        this.people = people;
        this.organisation = organisation;
    }

    @GetMapping("/reviews")
    ModelAndView list(
            @RequestParam(defaultValue = "mine") String desk,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Instant arrived) {
        var filter = new Queues.Filter(Desk.of(desk), state(state), level(level), SearchTerm.inAddress(name));
        return Pages.page(LIST, page(filter, filter.name(), after, NOTHING, List.of(), actor, arrived));
    }

    private QueuePage page(
            Queues.Filter filter,
            String typed,
            @Nullable String after,
            Batch sent,
            List<Fault> faults,
            Actor actor,
            Instant arrived) {
        var cycle = cycles.current(organisation.agencyOf(actor.office()), arrived);
        var page = queues.list(
                filter,
                after == null || !after.matches("[0-9]{1,17}-[0-9]{1,18}") ? null : after,
                Queues.SCREEN,
                actor,
                cycle,
                arrived);
        var shown = page.rows().stream().map(row -> lines.line(row, arrived)).toList();
        return new QueuePage(
                brief(filter.desk(), queues.waiting(actor), shown, actor, cycle),
                desks(filter, actor),
                levels(filter),
                filter.desk().ordinal() < Desk.ALL.ordinal() ? List.of() : states(filter),
                filter.desk().key(),
                typed,
                shown,
                filter.name().isEmpty() || filter.desk() == Desk.ALL
                        ? ""
                        : path(new Queues.Filter(Desk.ALL, null, null, filter.name()), null),
                path(filter, null).replaceFirst("/reviews", "/reviews/export"),
                after == null ? "" : path(filter, null),
                page.next() == null ? "" : path(filter, page.next()),
                filter.desk() == Desk.MINE,
                actor.office().kind() == Office.Kind.UNIT,
                new QueuePage.Typed(
                        sent.chosen(),
                        sent.responsible(),
                        filter.level() == null
                                ? ""
                                : String.valueOf(filter.level().number()),
                        after == null ? "" : after),
                faults);
    }

    /** What is sent for many files at once. */
    private record Batch(List<String> chosen, String responsible) {}

    private static final Batch NOTHING = new Batch(List.of(), "");

    /** Decides on the chosen files as a job; each is held to what a single one is. Refused, the list stays as it was chosen on. */
    @PostMapping("/reviews/batch")
    Object batch(
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Instant arrived) {
        var sent = new Batch(chosen == null ? List.of() : chosen, responsible);
        try {
            return "redirect:/jobs/" + batch.start(sent.chosen(), act, responsible, actor, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            var filter = new Queues.Filter(Desk.MINE, null, level(level), SearchTerm.inAddress(name));
            var where = refusal.reason() == ApplicationRefusal.NOTHING_CHOSEN ? "" : "responsible";
            return Pages.page(
                    LIST,
                    page(
                            filter,
                            filter.name(),
                            after == null || after.isEmpty() ? null : after,
                            sent,
                            List.of(new Fault(where, refusal.sentence())),
                            actor,
                            arrived),
                    HttpStatus.valueOf(refusal.reason().status()));
        }
    }

    /** Looks for a file. A post, since an ID number must not stand in an address; what is found is led to by its own number. */
    @PostMapping("/reviews/search")
    ModelAndView search(
            @RequestParam String term, @RequestParam(defaultValue = "all") String desk, Actor actor, Instant arrived) {
        var at = Desk.of(desk);
        return switch (people.byNumberOrPhone(term)) {
            case Sought.Words words ->
                new ModelAndView("redirect:" + path(new Queues.Filter(at, null, null, words.text()), null));
            case Sought.Whole number ->
                number.person()
                        .flatMap(person -> queues.ofPerson(person, actor))
                        .map(file -> new ModelAndView("redirect:/reviews/" + file))
                        .orElseGet(() -> notFound(at, term, "没有找到这个号码的申报，请核对后再查。", actor, arrived));
            case Sought.Wrong wrong -> notFound(at, term, wrong.sentence(), actor, arrived);
        };
    }

    private ModelAndView notFound(Desk desk, String typed, String sentence, Actor actor, Instant arrived) {
        var faults = List.of(new Fault("term", sentence));
        return Pages.refused(
                LIST, page(new Queues.Filter(desk, null, null, ""), typed, null, NOTHING, faults, actor, arrived));
    }

    private Brief brief(Desk desk, int waiting, List<QueuePage.Line> shown, Actor actor, Cycle cycle) {
        boolean agency = actor.office().kind() == Office.Kind.AGENCY;
        var bell = cycle.window(agency ? Window.REVIEW : Window.UNIT_REVIEW).to();
        // An objection has days of its own; the oldest comes first.
        boolean ownDays = desk == Desk.OBJECTIONS && !shown.isEmpty();
        return new Brief(
                agency ? "资格审查" : actor.office().kind() == Office.Kind.UNIT ? "单位资格初审" : "主管部门审核",
                cycle.name(),
                waiting == 0 ? "没有待办的申报" : "办理 " + waiting + " 份申报",
                desk == Desk.MINE ? "" : desk.label(),
                ownDays ? shown.getFirst().due() : Shanghai.deadline(bell),
                ownDays ? "本页最早的一份" : agency ? "到期未办的仍须办结，并标为逾期" : "到期未审的，由工考管理机构另定期限");
    }

    private static List<Chip> desks(Queues.Filter filter, Actor actor) {
        return Desk.of(actor).stream()
                .map(d -> Chip.of(d.label(), "/reviews?desk=" + d.key(), d == filter.desk()))
                .toList();
    }

    private static List<Chip> levels(Queues.Filter filter) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of(
                "全部等级",
                path(new Queues.Filter(filter.desk(), filter.state(), null, filter.name()), null),
                filter.level() == null));
        for (var level : Level.values()) {
            var to = new Queues.Filter(filter.desk(), filter.state(), level, filter.name());
            chips.add(Chip.of(level.label(), path(to, null), level == filter.level()));
        }
        return chips;
    }

    private static List<Chip> states(Queues.Filter filter) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of(
                "全部状态",
                path(new Queues.Filter(filter.desk(), null, filter.level(), filter.name()), null),
                filter.state() == null));
        for (var state : ApplicationState.values()) {
            if (state != ApplicationState.DRAFT) {
                var to = new Queues.Filter(filter.desk(), state, filter.level(), filter.name());
                chips.add(Chip.of(state.label(), path(to, null), state == filter.state()));
            }
        }
        return chips;
    }

    /** Filters live in the address. */
    private static String path(Queues.Filter filter, @Nullable String after) {
        var state = filter.state();
        var level = filter.level();
        return Address.of("/reviews")
                .with("desk", filter.desk().key())
                .with("state", state == null ? "" : state.name().toLowerCase(java.util.Locale.ROOT))
                .with("level", level == null ? "" : String.valueOf(level.number()))
                .with("name", filter.name())
                .with("after", after == null ? "" : after)
                .toString();
    }

    static @Nullable ApplicationState state(@Nullable String text) {
        for (var state : ApplicationState.values()) {
            if (state.name().equalsIgnoreCase(text)) {
                return state;
            }
        }
        return null;
    }

    static @Nullable Level level(@Nullable String text) {
        return text != null && text.matches("[1-5]") ? Level.of(Integer.parseInt(text)) : null;
    }
}
