package org.gongkao.organisation;

import java.time.Instant;
import java.util.List;
import org.gongkao.cycle.Cycles;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An agency's supervising departments: the list, one more, a new name, the end. */
@Controller
@RequestMapping("/administration/units/departments")
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class DepartmentController {

    private static final String TEMPLATE = "organisation/departments";
    private static final String HERE = "redirect:/administration/units/departments";

    private final Departments departments;
    private final MaintainingDepartments maintaining;
    private final Cycles cycles;

    DepartmentController(Departments departments, MaintainingDepartments maintaining, Cycles cycles) {
        this.departments = departments;
        this.maintaining = maintaining;
        this.cycles = cycles;
    }

    @GetMapping
    ModelAndView list(Actor actor, Instant arrived) {
        return Pages.page(TEMPLATE, page(DepartmentForm.EMPTY, List.of(), actor, arrived));
    }

    @PostMapping
    ModelAndView add(DepartmentForm form, Actor actor, Instant arrived, RedirectAttributes flash) {
        try {
            maintaining.add(form, actor);
        } catch (InvalidInput | Refusal refused) {
            Refused.note(refused);
            return Pages.refused(TEMPLATE, page(form, UnitController.faults(refused), actor, arrived));
        }
        flash.addFlashAttribute("flash", "已登记主管部门“" + form.name() + "”。");
        return new ModelAndView(HERE);
    }

    @PostMapping("/{code}")
    ModelAndView rename(
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            maintaining.rename(code, version, new DepartmentForm(code, to), reason, actor, arrived);
        } catch (InvalidInput invalid) {
            return again(code, invalid, actor, arrived);
        }
        flash.addFlashAttribute("flash", "主管部门已更名，即时生效。");
        return new ModelAndView(HERE);
    }

    @PostMapping("/{code}/close")
    ModelAndView close(
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            maintaining.close(code, version, reason, actor, arrived);
        } catch (InvalidInput invalid) {
            return again(code, invalid, actor, arrived);
        }
        flash.addFlashAttribute("flash", "主管部门已停用，以后不再供单位选择；其经办人账号随之停用。");
        return new ModelAndView(HERE);
    }

    /** Every department has the same fields, so that a fault is told beside those of this one. */
    private ModelAndView again(String code, InvalidInput invalid, Actor actor, Instant arrived) {
        var faults = invalid.faults().stream()
                .map(fault -> new Fault(fault.field() + "-" + code, fault.sentence()))
                .toList();
        return Pages.refused(TEMPLATE, page(DepartmentForm.EMPTY, faults, actor, arrived));
    }

    private DepartmentsPage page(DepartmentForm form, List<Fault> faults, Actor actor, Instant arrived) {
        boolean open = UnitTime.NAMES_WINDOW.covers(cycles.find(actor.office().code(), arrived), arrived);
        return DepartmentsPage.of(departments.of(actor), actor.office().code(), open, form, faults);
    }
}
