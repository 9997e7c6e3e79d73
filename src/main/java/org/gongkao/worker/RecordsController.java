package org.gongkao.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 职工档案页面。The unit's list of records, each record, and its correction. */
@Controller
@Allowed(Role.UNIT_CLERK)
class RecordsController {

    private static final String HERE = RecordFilter.BASE;
    private static final String LIST = "worker/records";
    private static final String ONE = "worker/record";
    private static final String CORRECTION = "worker/correction";

    private final RecordedWorkers workers;
    private final RecordVersions versions;
    private final ServiceRecords records;
    private final KeepingRecords keeping;
    private final Persons persons;
    private final PersonSearch people;

    RecordsController(
            RecordedWorkers workers,
            RecordVersions versions,
            ServiceRecords records,
            KeepingRecords keeping,
            Persons persons,
            PersonSearch people) {
        this.workers = workers;
        this.versions = versions;
        this.records = records;
        this.keeping = keeping;
        this.persons = persons;
        this.people = people;
    }

    @Bean
    static Room recordsRoom() {
        return Room.of("职工档案", HERE, 35, Role.UNIT_CLERK);
    }

    @GetMapping(HERE)
    ModelAndView list(RecordFilter filter, @RequestParam(defaultValue = "0") long after, Actor clerk) {
        return Pages.page(LIST, page(filter, filter.q(), after, List.of(), clerk));
    }

    /** Posted, so that a whole number never stands in an address; a name goes on as a filter. */
    @PostMapping(HERE + "/search")
    ModelAndView search(@RequestParam(defaultValue = "") String q, Actor clerk) {
        return switch (people.byNumber(q)) {
            case Sought.Words name -> new ModelAndView("redirect:" + new RecordFilter(name.text(), "").path(HERE));
            case Sought.Whole number ->
                number.person()
                        .filter(person -> !workers.list(RecordFilter.ALL, Optional.of(person), 0, 1, clerk)
                                .rows()
                                .isEmpty())
                        .map(person -> new ModelAndView("redirect:" + HERE + "/" + person))
                        .orElseGet(() -> notFound(q, "本单位没有找到这个号码的职工，请核对后再查。", clerk));
            case Sought.Wrong wrong -> notFound(q, wrong.sentence(), clerk);
        };
    }

    private ModelAndView notFound(String typed, String sentence, Actor clerk) {
        return Pages.refused(LIST, page(RecordFilter.ALL, typed, 0, List.of(new Fault("q", sentence)), clerk));
    }

    @GetMapping(HERE + "/{person}")
    ModelAndView one(@PathVariable long person, Actor clerk) {
        return Pages.page(ONE, page(person, AppraisalForm.EMPTY, List.of(), clerk));
    }

    @GetMapping(HERE + "/{person}/correction")
    ModelAndView correction(@PathVariable long person, Actor clerk) {
        var row = workers.get(person, clerk);
        var newest = versions.newest(person);
        var kept = newest.map(record -> record.facts().kept()).orElse(Map.of());
        int version = newest.map(ServiceRecord::version).orElse(0);
        return Pages.page(CORRECTION, new CorrectionPage(row, version, CorrectionPage.asked(kept), "", List.of()));
    }

    @PostMapping(HERE + "/{person}/correction")
    ModelAndView correct(
            @PathVariable long person,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            Actor clerk,
            Instant arrived,
            RedirectAttributes flash) {
        var typed = typed(form);
        var reason = form.getOrDefault("reason", "");
        try {
            keeping.correct(person, version, typed, reason, clerk, arrived);
        } catch (InvalidInput wrong) {
            var row = workers.get(person, clerk);
            return Pages.refused(
                    CORRECTION, new CorrectionPage(row, version, CorrectionPage.asked(typed), reason, wrong.faults()));
        } catch (Refusal refused) {
            Refused.note(refused);
            // What the clerk typed stays, also when somebody else was faster.
            var row = workers.get(person, clerk);
            return Pages.page(
                    CORRECTION,
                    new CorrectionPage(
                            row,
                            version,
                            CorrectionPage.asked(typed),
                            reason,
                            List.of(new Fault("reason", refused.sentence()))),
                    org.springframework.http.HttpStatus.valueOf(refused.reason().status()));
        }
        flash.addFlashAttribute("flash", "档案记录已保存，原来的内容留在更改记录里。");
        return new ModelAndView("redirect:" + HERE + "/" + person);
    }

    @PostMapping(HERE + "/{person}/appraisals")
    ModelAndView appraise(
            @PathVariable long person, AppraisalForm form, Actor clerk, Instant arrived, RedirectAttributes flash) {
        var row = workers.get(person, clerk);
        try {
            var read = form.read(persons.card(row.personId()).birth(), arrived);
            boolean changed = keeping.appraise(person, read, "单位登记", clerk, arrived);
            flash.addFlashAttribute("flash", read.year() + (changed ? "年考核结果已登记。" : "年考核结果与已有记录一致，没有更改。"));
        } catch (InvalidInput wrong) {
            return Pages.refused(ONE, page(person, form, wrong.faults(), clerk));
        }
        return new ModelAndView("redirect:" + HERE + "/" + person);
    }

    private RecordsPage page(RecordFilter filter, String typed, long after, List<Fault> faults, Actor clerk) {
        var page = workers.list(filter, Optional.empty(), after, RecordedWorkers.SCREEN, clerk);
        var here = filter.path(HERE);
        return new RecordsPage(
                brief(workers.open(clerk)),
                chips(filter),
                typed,
                page.rows(),
                "本页 " + page.rows().size() + " 人",
                after == 0 ? "" : here,
                page.next() == null
                        ? ""
                        : Address.of(here).with("after", page.next()).toString(),
                filter.path(HERE + ".xlsx"),
                faults);
    }

    private RecordPage page(long person, AppraisalForm form, List<Fault> faults, Actor clerk) {
        return new RecordPage(
                workers.get(person, clerk),
                RecordView.of(person, records),
                history(versions.history(person)),
                form,
                Choice.options(AppraisalResult.values()),
                RecordField.CHECKED.options(),
                faults);
    }

    private static List<Line> history(List<ServiceRecord> newestFirst) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < newestFirst.size(); i++) {
            var older = i + 1 < newestFirst.size() ? newestFirst.get(i + 1).facts() : ServiceFacts.NONE;
            lines.add(new Line(newestFirst.get(i).when(), newestFirst.get(i).what(older)));
        }
        return lines;
    }

    private static Map<RecordField, String> typed(Map<String, String> form) {
        var typed = new EnumMap<RecordField, String>(RecordField.class);
        for (var field : RecordField.values()) {
            typed.put(field, form.getOrDefault(ReadingRecords.name(field), ""));
        }
        return typed;
    }

    private static List<Chip> chips(RecordFilter filter) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", filter.with("").path(HERE), filter.state().isEmpty()));
        for (var state : RecordState.values()) {
            chips.add(new Chip(
                    state.label(),
                    filter.with(state.name()).path(HERE),
                    filter.state().filter(state::equals).isPresent(),
                    state.sign()));
        }
        return chips;
    }

    private static Brief brief(int open) {
        return open == 0
                ? new Brief("职工档案", "本单位在册的工勤人员", "档案记录都已核对", "有变动时更正即可", "无", "")
                : new Brief(
                        "职工档案",
                        "本单位在册的工勤人员",
                        "补齐或核对 " + open + " 人的档案记录",
                        "登记一次，以后各年度沿用",
                        "网上注册报名之前",
                        "申报时自动带出，不用重新填写");
    }
}
