package org.gongkao.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Allowed;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Refused;
import org.gongkao.shared.Role;
import org.gongkao.shared.Sign;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 单位信息页面。An agency's units: the list, one unit with its past, and what the agency does by itself. */
@Controller
@Allowed({Role.COUNTY_REVIEWER, Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR})
class UnitController {

    private final Organisation organisation;
    private final Units units;
    private final RegisteredUnits registered;
    private final UnitChanges changes;
    private final MaintainingUnits maintaining;
    private final Cycles cycles;

    UnitController(
            Organisation organisation,
            Units units,
            RegisteredUnits registered,
            UnitChanges changes,
            MaintainingUnits maintaining,
            Cycles cycles) {
        this.organisation = organisation;
        this.units = units;
        this.registered = registered;
        this.changes = changes;
        this.maintaining = maintaining;
        this.cycles = cycles;
    }

    @GetMapping("/administration/units")
    ModelAndView list(UnitFilter asked, @RequestParam(defaultValue = "") String after, Actor actor, Instant arrived) {
        var mine = organisation.agency(actor.office().code());
        var filter = asked.agency().isEmpty() ? asked.withAgency(mine.code()) : asked;
        int year = cycles.find(arrived).map(Cycle::year).orElse(0);
        var agencies = new ArrayList<>(List.of(mine));
        agencies.addAll(organisation.below(mine.code()));
        var found = new UnitListPage.Found(
                organisation.agency(filter.agency()),
                agencies,
                organisation.departments(filter.agency()),
                registered.list(filter, year, actor, after, UnitListPage.SCREEN + 1),
                registered.count(filter, year, actor, UnitListPage.COUNTED),
                changes.waiting(actor),
                filter.agency().equals(mine.code()));
        var brief = UnitBrief.forAgency(cycles.find(mine.code(), arrived), byLetter(actor), arrived);
        return Pages.page("organisation/units", UnitListPage.of(brief, filter, found, after));
    }

    @GetMapping("/administration/units/{code}")
    ModelAndView show(@PathVariable String code, Actor actor, Instant arrived) {
        return Pages.page("organisation/unit", unit(code, actor, arrived, "", List.of()));
    }

    @GetMapping("/administration/units/new")
    ModelAndView blank(Actor actor) {
        return Pages.page("organisation/unitForm", form(0, UnitForm.EMPTY, actor, List.of()));
    }

    @PostMapping("/administration/units")
    ModelAndView add(UnitForm form, Actor actor, Instant arrived, RedirectAttributes flash) {
        try {
            var unit = maintaining.add(form, actor, arrived);
            flash.addFlashAttribute("flash", "已新增单位“" + unit.name() + "”。");
            return new ModelAndView("redirect:/administration/units/" + unit.code());
        } catch (InvalidInput | Refusal refused) {
            Refused.note(refused);
            return Pages.refused("organisation/unitForm", form(0, form, actor, faults(refused)));
        }
    }

    @GetMapping("/administration/units/{code}/edit")
    ModelAndView edit(@PathVariable String code, Actor actor, Instant arrived) {
        var entry = units.get(code, actor);
        var cycle = cycles.find(entry.unit().agencyCode(), arrived);
        UnitMoves.check(entry.unit().status(), UnitAct.AMEND, actor.role(), false, cycle, arrived);
        return Pages.page("organisation/unitForm", form(entry.version(), UnitForm.of(entry.unit()), actor, List.of()));
    }

    @PostMapping("/administration/units/{code}")
    ModelAndView amend(
            @PathVariable String code,
            @RequestParam int version,
            UnitForm form,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            maintaining.amend(code, version, form.withCode(code), actor, arrived);
            flash.addFlashAttribute("flash", "单位信息已修订，即时生效，原信息保留在沿革中。");
            return new ModelAndView("redirect:/administration/units/" + code);
        } catch (InvalidInput | Refusal refused) {
            Refused.note(refused);
            return Pages.refused("organisation/unitForm", form(version, form.withCode(code), actor, faults(refused)));
        }
    }

    @PostMapping("/administration/units/{code}/dissolve")
    ModelAndView dissolve(
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Instant arrived,
            RedirectAttributes flash) {
        try {
            maintaining.dissolve(code, version, reason, actor, arrived);
            flash.addFlashAttribute("flash", "单位已撤销，历史信息保留。");
            return new ModelAndView("redirect:/administration/units/" + code);
        } catch (InvalidInput invalid) {
            return Pages.refused("organisation/unit", unit(code, actor, arrived, reason, invalid.faults()));
        }
    }

    private UnitPage.Form form(int version, UnitForm form, Actor actor, List<Fault> faults) {
        var agency = actor.office().code();
        boolean isNew = version == 0;
        var own = UnitFilter.BASE + "/" + form.code();
        return new UnitPage.Form(
                isNew ? "新增单位" : "修订单位信息",
                isNew ? UnitFilter.BASE : own,
                isNew ? UnitFilter.BASE : own,
                version,
                form,
                UnitPage.kinds(),
                UnitPage.departments(organisation.departments(agency)),
                UnitPage.regions(organisation.regionsOf(agency)),
                faults);
    }

    private UnitPage unit(String code, Actor actor, Instant arrived, String reason, List<Fault> faults) {
        var entry = units.look(code, actor);
        var unit = entry.unit();
        var cycle = cycles.find(unit.agencyCode(), arrived);
        boolean own = unit.agencyCode().equals(actor.office().code());
        var offered = own ? UnitMoves.offered(unit.status(), actor.role(), cycle, arrived) : List.<UnitAct>of();
        boolean checked = units.isChecked(code, cycle.map(Cycle::year).orElse(0));
        return new UnitPage(
                code,
                unit.name(),
                unit.isActive() ? Sign.MET : Sign.NONE,
                unit.status().label(),
                entry.version(),
                facts(unit, checked),
                UnitPage.history(units.history(code, actor)),
                offered.contains(UnitAct.AMEND),
                offered.contains(UnitAct.DISSOLVE),
                own
                        ? why(unit, actor, offered)
                        : "该单位的信息由" + organisation.agency(unit.agencyCode()).name() + "维护，这里只能查看。",
                own
                                && unit.isActive()
                                && byLetter(actor)
                                && UnitChangeMoves.REQUEST.within().covers(cycle, arrived)
                        ? "/units/changes/new?unit=" + code
                        : "",
                reason,
                faults);
    }

    private List<Line> facts(Unit unit, boolean checked) {
        var department = unit.departmentCode();
        return List.of(
                new Line("单位类别", unit.kind().label()),
                new Line(
                        "主管部门",
                        department == null
                                ? "无"
                                : organisation.department(department).name()),
                new Line("管理机构", organisation.agency(unit.agencyCode()).name()),
                new Line("所在地", organisation.region(unit.regionCode()).name()),
                new Line("本年度核对", checked ? "单位已核对，信息无误" : "单位还没有核对"));
    }

    private static String why(Unit unit, Actor actor, List<UnitAct> offered) {
        if (!unit.isActive()) {
            return "该单位已撤销，信息不再更改。";
        }
        if (byLetter(actor)) {
            return "市直、省直单位的信息凭单位介绍信变更：单位在线申请，或由本机构代为登记，另一人办理。";
        }
        return offered.isEmpty() ? "现在不在核对单位信息期间，不能更改名称或撤销，只能新增单位。" : "";
    }

    private static boolean byLetter(Actor actor) {
        return actor.is(Role.CITY_REVIEWER, Role.PROVINCE_REVIEWER, Role.ADMINISTRATOR);
    }

    /** What stands beside a field; a refusal that belongs to no field goes on to its own page. */
    static List<Fault> faults(RuntimeException refused) {
        if (refused instanceof InvalidInput invalid) {
            return invalid.faults();
        }
        if (refused instanceof Refusal refusal && refusal.reason() instanceof OrganisationRefusal reason) {
            switch (reason) {
                case CODE_TAKEN, DEPARTMENT_TAKEN -> {
                    return List.of(new Fault("code", refusal.sentence()));
                }
                case NAME_TAKEN, NOTHING_CHANGED -> {
                    return List.of(new Fault("name", refusal.sentence()));
                }
                default -> {}
            }
        }
        throw refused;
    }
}
