package org.gongkao.organisation;

import java.time.Instant;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** Puts together what a unit's clerk sees of the unit's own entry. */
@Component
class OwnUnitPages {

    private final Organisation organisation;
    private final Units units;
    private final UnitChanges changes;
    private final Cycles cycles;

    OwnUnitPages(Organisation organisation, Units units, UnitChanges changes, Cycles cycles) {
        this.organisation = organisation;
        this.units = units;
        this.changes = changes;
        this.cycles = cycles;
    }

    UnitChangePage.Own own(Actor actor, Instant arrived) {
        var unit = units.look(actor.office().code(), actor).unit();
        var agency = organisation.agency(unit.agencyCode());
        var cycle = cycles.find(unit.agencyCode(), arrived);
        boolean byLetter = agency.level() != AgencyLevel.COUNTY;
        boolean open = UnitTime.NAMES_WINDOW.covers(cycle, arrived);
        boolean checked = units.isChecked(unit.code(), cycle.map(Cycle::year).orElse(0));
        var requests = changes.list(actor, "", 0);
        boolean waiting = requests.stream().anyMatch(one -> one.state() == ChangeState.REQUESTED);
        return new UnitChangePage.Own(
                UnitBrief.forUnit(cycle, byLetter, arrived),
                unit.name(),
                facts(unit, agency, checked),
                open && !checked,
                open && byLetter && !waiting,
                sentence(byLetter, open, waiting, agency),
                requests.stream().map(OwnUnitPages::row).toList(),
                UnitPage.history(units.history(unit.code(), actor)));
    }

    private List<Line> facts(Unit unit, Agency agency, boolean checked) {
        var department = unit.departmentCode();
        return List.of(
                new Line("统一社会信用代码", unit.code()),
                new Line("单位名称", unit.name()),
                new Line("单位类别", unit.kind().label()),
                new Line(
                        "主管部门",
                        department == null
                                ? "无"
                                : organisation.department(department).name()),
                new Line("管理机构", agency.name()),
                new Line("所在地", organisation.region(unit.regionCode()).name()),
                new Line("本年度核对", checked ? "已核对，信息无误" : "还没有核对"));
    }

    private static String sentence(boolean byLetter, boolean open, boolean waiting, Agency agency) {
        if (!open) {
            return "现在不在核对单位信息期间，名称等信息不能更改。";
        }
        if (!byLetter) {
            return "信息有误的，请联系" + agency.name() + "修订；核对期结束后不能再更改名称。";
        }
        return waiting ? "变更申请正在等" + agency.name() + "审核，审核前可以撤回。" : "信息有变化的，上传加盖公章的单位介绍信申请变更。";
    }

    static UnitChangePage.Row row(UnitChange change) {
        return new UnitChangePage.Row(
                "/units/changes/" + change.number(),
                change.number(),
                change.wanted().name(),
                change.act() == UnitAct.DISSOLVE ? "撤销单位" : "变更信息",
                Shanghai.minute(change.requestedAt()),
                change.state().sign(),
                change.state().label());
    }
}
