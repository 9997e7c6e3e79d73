package org.gongkao.organisation;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 单位信息维护。What an agency does by itself to the entries of the units that it answers for. */
@Service
class MaintainingUnits {

    private final Organisation organisation;
    private final Units units;
    private final Cycles cycles;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MaintainingUnits(
            Organisation organisation, Units units, Cycles cycles, Audit audit, ApplicationEventPublisher events) {
        this.organisation = organisation;
        this.units = units;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    Unit add(UnitForm form, Actor by, Instant at) {
        UnitMoves.check(null, UnitAct.ADD, by.role(), false, cycle(by, at), at);
        var unit = form.read(organisation, by.office().code());
        units.add(unit, by, at, form.reason().isEmpty() ? "新增单位" : form.reason());
        audit.record(by, "新增单位", "unit:" + unit.code(), "");
        return unit;
    }

    @Transactional
    void amend(String code, int seenVersion, UnitForm form, Actor by, Instant at) {
        var entry = units.get(code, by).asSeenAt(seenVersion);
        UnitMoves.check(entry.unit().status(), UnitAct.AMEND, by.role(), false, cycle(by, at), at);
        var unit = form.read(organisation, by.office().code());
        reasoned(form.reason());
        if (unit.equals(entry.unit())) {
            throw new Refusal(OrganisationRefusal.NOTHING_CHANGED);
        }
        units.write(entry, unit, new Units.Ground(UnitAct.AMEND, form.reason(), null), by, at);
        audit.record(by, "修订单位信息", "unit:" + code, "");
    }

    @Transactional
    void dissolve(String code, int seenVersion, String reason, Actor by, Instant at) {
        var entry = units.get(code, by).asSeenAt(seenVersion);
        var move = UnitMoves.check(entry.unit().status(), UnitAct.DISSOLVE, by.role(), false, cycle(by, at), at);
        reasoned(reason.strip());
        units.write(
                entry, entry.unit().with(move.to()), new Units.Ground(UnitAct.DISSOLVE, reason.strip(), null), by, at);
        audit.record(by, "撤销单位", "unit:" + code, "");
        events.publishEvent(new OfficeClosed(Office.unit(code).toString()));
    }

    /** As it holds for this agency: an amendment may be for its region alone. */
    private Optional<Cycle> cycle(Actor by, Instant at) {
        return cycles.find(by.office().code(), at);
    }

    static void reasoned(String reason) {
        new Faults()
                .addIf(reason.isEmpty(), "reason", "请填写变更依据，如机构编制部门的文号。")
                .addIf(reason.length() > 200, "reason", "变更依据不超过200个字，请写明文号即可。")
                .refuse();
    }
}
