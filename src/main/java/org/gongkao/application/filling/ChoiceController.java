package org.gongkao.application.filling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Records;
import org.gongkao.application.Sheets;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Level;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 选择等级和工种。Begins a file, and changes its level and occupation until the unit has approved them. */
@Controller
@Allowed({Role.WORKER, Role.UNIT_CLERK})
class ChoiceController {

    private final CurrentFile current;
    private final Beginning beginning;
    private final Drafting drafting;
    private final Applicants applicants;
    private final Editing editing;
    private final Catalogue catalogue;

    ChoiceController(
            CurrentFile current,
            Beginning beginning,
            Drafting drafting,
            Applicants applicants,
            Editing editing,
            Catalogue catalogue) {
        this.current = current;
        this.beginning = beginning;
        this.drafting = drafting;
        this.applicants = applicants;
        this.editing = editing;
        this.catalogue = catalogue;
    }

    @GetMapping({"/application/choice", AssistanceController.ONE + "/choice"})
    ModelAndView show(Filler filler, Instant arrived) {
        return Pages.page("application/filling/choice", page(filler, arrived));
    }

    @PostMapping({"/application/choice", AssistanceController.ONE + "/choice"})
    ModelAndView choose(
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String occupation,
            @RequestParam(defaultValue = "") String version,
            Filler filler,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            var chosen = check(level, occupation);
            var open = open(filler, arrived);
            if (open.isEmpty()) {
                beginning.begin(chosen, occupation, filler, arrived);
                return new ModelAndView(
                        "redirect:" + filler.at().group(Sheets.groups().getFirst()));
            }
            if (version.isEmpty() && Records.seenChoice(open.get()).equals(level + "/" + occupation)) {
                // A double click on beginning, or the back button.
                return new ModelAndView("redirect:" + filler.at().home());
            }
            drafting.choose(open.get().number(), version, chosen, occupation, filler, arrived);
            flash.addFlashAttribute("flash", "等级和工种已保存。");
            return new ModelAndView("redirect:" + filler.at().home());
        } catch (InvalidInput wrong) {
            var page = page(filler, arrived).typed(level, occupation, wrong.faults());
            return Pages.refused("application/filling/choice", page);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            if (refusal.reason() == ApplicationRefusal.ALREADY_APPLIED) {
                // Another window was quicker by a moment: the file is there, which is what was wanted.
                return new ModelAndView("redirect:" + filler.at().home());
            }
            if (refusal.reason() != CommonRefusal.CHANGED_MEANWHILE) {
                throw refusal;
            }
            var fault = new Fault("level", "等级和工种刚在另一个窗口改过，现在显示的是您这次选的，确认无误请再点一次保存。");
            var page = page(filler, arrived).typed(level, occupation, List.of(fault));
            return Pages.page("application/filling/choice", page, HttpStatus.CONFLICT);
        }
    }

    private static Level check(String level, String occupation) {
        boolean known = level.matches("[1-5]");
        new Faults()
                .addIf(!known, "level", "请选择要申报的等级。")
                .addIf(occupation.isEmpty(), "occupation", "请选择要申报的工种。")
                .refuse();
        return Level.of(Integer.parseInt(level));
    }

    /** A withdrawn file is over; another is begun beside it. */
    private Optional<Application> open(Filler filler, Instant now) {
        return current.find(filler, now).filter(one -> one.state() != ApplicationState.WITHDRAWN);
    }

    private ChoicePage page(Filler filler, Instant now) {
        var cycle = applicants.cycle(filler.personId(), now);
        var file = open(filler, now);
        return new ChoicePage(
                filler,
                catalogue.levels(cycle).stream().map(ChoiceController::option).toList(),
                occupations(cycle),
                file.map(one -> String.valueOf(one.level().number())).orElse(""),
                file.map(Application::occupation).orElse(""),
                file.map(Records::seenChoice).orElse(""),
                file.isPresent(),
                catalogue.isSample(cycle),
                catalogue.version(cycle),
                file.map(one -> fixed(one, now)).orElse(""),
                List.of());
    }

    private String fixed(Application application, Instant now) {
        if (!editing.isOpen(application, now)) {
            return "现在不在可以修改的时间或状态，等级和工种只能查看。";
        }
        return editing.canChoose(application) ? "" : ApplicationRefusal.LEVEL_FIXED.sentence();
    }

    private static Option option(Level level) {
        return new Option(String.valueOf(level.number()), level.full(), level == Level.ONE ? "须持有二级（技师）证书并已聘任" : "");
    }

    /** Every occupation open for some level, once; whether it is open for the chosen one is checked on saving. */
    private List<Option> occupations(Cycle cycle) {
        var options = new LinkedHashMap<String, Option>();
        for (var level : catalogue.levels(cycle)) {
            for (var one : catalogue.open(cycle, level)) {
                options.putIfAbsent(one.code(), Option.of(one.code(), one.name()));
            }
        }
        return List.copyOf(options.values());
    }
}
