package org.gongkao.application.onsite;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkao.application.Applications;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file at the desk; its unit may look on. */
@Controller
class DeskController {

    private final Applications applications;
    private final Visits visits;
    private final Originals originals;
    private final KeepingOriginals keeping;
    private final ComparingOriginals comparing;
    private final DeskPages pages;

    DeskController(
            Applications applications,
            Visits visits,
            Originals originals,
            KeepingOriginals keeping,
            ComparingOriginals comparing,
            DeskPages pages) {
        this.applications = applications;
        this.visits = visits;
        this.originals = originals;
        this.keeping = keeping;
        this.comparing = comparing;
        this.pages = pages;
    }

    @GetMapping("/visits/{number}")
    @Allowed({Role.UNIT_CLERK, Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    ModelAndView show(@PathVariable String number, Actor actor, Instant arrived) {
        return Pages.page(
                "application/onsite/desk",
                pages.page(applications.get(number, actor), actor, arrived, DeskForm.EMPTY, List.of()));
    }

    @PostMapping("/visits/{number}/originals")
    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    Object receive(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") List<String> brought,
            Actor officer,
            Instant arrived,
            RedirectAttributes redirect) {
        var form = new DeskForm(new HashSet<>(brought), Map.of());
        try {
            keeping.receive(number, version, form.brought(), officer, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(number, form, "brought", refusal, officer, arrived);
        }
        redirect.addFlashAttribute("flash", "原件已登记接收，请逐页核对。");
        return home(number);
    }

    @PostMapping("/visits/{number}/comparison")
    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    Object compare(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> sent,
            Actor officer,
            Instant arrived,
            RedirectAttributes redirect) {
        var form = new DeskForm(Set.of(), sent);
        try {
            var faults = new Faults();
            var said = visits.running(applications.get(number, officer))
                    .map(visit -> form.compared(originals.of(visit.asSeenAt(version)), faults))
                    .orElse(List.of());
            faults.refuse();
            comparing.compare(number, version, said, officer, arrived);
        } catch (InvalidInput input) {
            return again(number, form, input.faults(), HttpStatus.UNPROCESSABLE_CONTENT, officer, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(number, form, "pages", refusal, officer, arrived);
        }
        redirect.addFlashAttribute("flash", "核对结果已记入资格审查，请退还原件。");
        return home(number);
    }

    @PostMapping("/visits/{number}/return")
    @Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER})
    Object giveBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> sent,
            Actor officer,
            Instant arrived,
            RedirectAttributes redirect) {
        var form = new DeskForm(Set.of(), sent);
        try {
            keeping.giveBack(number, version, form.to(), officer, arrived);
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return again(number, form, "to", refusal, officer, arrived);
        }
        redirect.addFlashAttribute("flash", "已登记退还，交接单可以打印。");
        return home(number);
    }

    private static String home(String number) {
        return "redirect:/visits/" + number;
    }

    private ModelAndView again(
            String number, DeskForm form, String field, Refusal refusal, Actor officer, Instant arrived) {
        if (refusal.reason().status() == HttpStatus.NOT_FOUND.value()) {
            throw refusal;
        }
        return again(
                number,
                form,
                List.of(new Fault(field, refusal.sentence())),
                HttpStatus.valueOf(refusal.reason().status()),
                officer,
                arrived);
    }

    private ModelAndView again(
            String number, DeskForm form, List<Fault> faults, HttpStatus status, Actor officer, Instant arrived) {
        return Pages.page(
                "application/onsite/desk",
                pages.page(applications.get(number, officer), officer, arrived, form, faults),
                status);
    }
}
