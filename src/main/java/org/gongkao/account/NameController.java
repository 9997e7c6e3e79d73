package org.gongkao.account;

import java.time.Instant;
import java.util.List;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker asks for another name; the unit decides. */
@Controller
@Allowed(Role.WORKER)
class NameController {

    private static final String TEMPLATE = "account/name";

    private final Rebinding rebinding;
    private final Corrections corrections;
    private final Persons persons;

    NameController(Rebinding rebinding, Corrections corrections, Persons persons) {
        this.rebinding = rebinding;
        this.corrections = corrections;
        this.persons = persons;
    }

    @GetMapping("/account/name")
    ModelAndView show(Actor worker) {
        return Pages.page(TEMPLATE, page("", "", worker, List.of()));
    }

    @PostMapping("/account/name")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            Actor worker,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            rebinding.requestName(name, reason, worker, arrived);
        } catch (InvalidInput wrong) {
            return Pages.refused(TEMPLATE, page(name, reason, worker, wrong.faults()));
        } catch (Refusal refusal) {
            Refused.note(refusal);
            return Pages.refused(TEMPLATE, page(name, reason, worker, List.of(new Fault("name", refusal.sentence()))));
        }
        flash.addFlashAttribute("flash", "申请已提交，由单位人事部门对照人事档案办理。");
        return new ModelAndView("redirect:/account");
    }

    private ChangePage page(String name, String reason, Actor worker, List<Fault> faults) {
        var now = persons.name(worker.person());
        var note = corrections
                .openName(worker)
                .map(open -> "您申请改为“" + open + "”，正在等单位办理。")
                .orElse("");
        return new ChangePage(now, "", "", name, reason, note, faults);
    }
}
