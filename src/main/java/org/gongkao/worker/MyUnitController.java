package org.gongkao.worker;

import java.time.Instant;
import java.util.List;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A worker's own unit: confirmed or not, and another choice when it was refused. */
@Controller
@Allowed(Role.WORKER)
class MyUnitController {

    private static final String HERE = "/my-unit";
    private static final String TEMPLATE = "worker/myunit";

    private final WorkerRows workers;
    private final Confirming confirming;
    private final Organisation organisation;

    MyUnitController(WorkerRows workers, Confirming confirming, Organisation organisation) {
        this.workers = workers;
        this.confirming = confirming;
        this.organisation = organisation;
    }

    @GetMapping(HERE)
    ModelAndView show(@RequestParam(defaultValue = "") String term, Actor worker) {
        return Pages.page(TEMPLATE, page(term, worker, List.of()));
    }

    @PostMapping(HERE)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String term,
            Actor worker,
            Instant arrived,
            RedirectAttributes flash) {
        if (unit.isEmpty()) {
            var fault = new Fault("unit", "请从查找结果里选定您的单位。");
            return Pages.refused(TEMPLATE, page(term, worker, List.of(fault)));
        }
        confirming.chooseUnit(unit, worker, arrived);
        flash.addFlashAttribute("flash", "单位已选定，等单位人事部门核验。已提交而原单位没有审核的申报会退回给您，请重新提交。");
        return new ModelAndView("redirect:" + HERE);
    }

    private MyUnitPage page(String term, Actor actor, List<Fault> faults) {
        var worker = workers.find(actor.person()).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var unit = organisation.unit(worker.unitCode());
        var units = worker.confirmed() || term.strip().length() < 2
                ? List.<Option>of()
                : organisation.search(term, null, null).rows().stream()
                        .map(u -> new Option(
                                u.code(),
                                u.name(),
                                organisation.agency(u.agencyCode()).name() + "负责"))
                        .toList();
        var note = term.isBlank() ? "" : units.isEmpty() ? "没有找到，请换个写法再查。" : "请选定您的单位。";
        return new MyUnitPage(
                worker.standing(),
                List.of(
                        new Line("单位", unit.name()),
                        new Line("负责审查", organisation.agency(unit.agencyCode()).name()),
                        new Line("单位说明", workers.reason(actor.person()).orElse("无"))),
                !worker.confirmed(),
                term,
                units,
                note,
                faults);
    }
}
