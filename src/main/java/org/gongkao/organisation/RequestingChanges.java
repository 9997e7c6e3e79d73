package org.gongkao.organisation;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 申请单位信息变更。A 市直 or 省直 unit looks at its entry in the window and finds it right, or asks with its letter for a change. */
@Service
class RequestingChanges {

    private final Organisation organisation;
    private final Units units;
    private final UnitChanges changes;
    private final Cycles cycles;
    private final Files files;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RequestingChanges(
            Organisation organisation,
            Units units,
            UnitChanges changes,
            Cycles cycles,
            Files files,
            Audit audit,
            ApplicationEventPublisher events) {
        this.organisation = organisation;
        this.units = units;
        this.changes = changes;
        this.cycles = cycles;
        this.files = files;
        this.audit = audit;
        this.events = events;
    }

    /** 核对无误。The unit's clerk has looked at the entry in the window and found it right. */
    @Transactional
    void confirm(Actor by, Instant at) {
        var agency = units.look(by.office().code(), by).unit().agencyCode();
        UnitTime.NAMES_WINDOW.check(cycles.find(agency, at), at);
        units.check(by.office().code(), cycles.current(agency, at).year(), by, at);
        audit.record(by, "核对单位信息", "unit:" + by.office().code(), "");
    }

    /** Takes a request in and gives back its number. */
    @Transactional
    String request(ChangeForm form, @Nullable FileId letter, Actor by, Instant at) {
        var entry = entry(form.unit().code(), by);
        var cycle = cycles.find(entry.unit().agencyCode(), at);
        UnitChangeMoves.check(null, ChangeAct.REQUEST, UnitChangeMoves.By.REQUESTER, cycle, at);
        entry.asSeenAt(form.version());
        var wanted = wanted(form, entry, letter);
        var number = changes.nextNumber(at);
        var act = form.dissolves() ? UnitAct.DISSOLVE : UnitAct.AMEND;
        var file = java.util.Objects.requireNonNull(letter);
        long id = changes.add(number, entry, act, wanted, form.unit().reason(), file.value(), by, at);
        files.claim(file, "unit-change:" + number, by);
        audit.record(by, ChangeAct.REQUEST.label(), "unit-change:" + number, "");
        events.publishEvent(new UnitChangeRequested(id, wanted.agencyCode()));
        return number;
    }

    @Transactional
    void withdraw(String number, int seenVersion, Actor by, Instant at) {
        var change = changes.get(number, by).asSeenAt(seenVersion);
        var cycle = cycles.find(change.wanted().agencyCode(), at);
        var move = UnitChangeMoves.check(change.state(), ChangeAct.WITHDRAW, change.by(by), cycle, at);
        changes.write(change, move, "", by, at);
        audit.record(by, move.act().label(), "unit-change:" + number, "");
    }

    /** A clerk's own unit, or one that the officer's city or province answers for; county units are their county's business. */
    Units.Entry entry(String code, Actor by) {
        var entry = by.is(Role.UNIT_CLERK) ? units.look(by.office().code(), by) : units.get(code, by);
        if (organisation.agency(entry.unit().agencyCode()).level() == AgencyLevel.COUNTY) {
            throw new Refusal(OrganisationRefusal.COUNTY_DOES_IT);
        }
        if (!entry.unit().isActive()) {
            throw new Refusal(OrganisationRefusal.UNIT_DISSOLVED);
        }
        return entry;
    }

    private Unit wanted(ChangeForm form, Units.Entry entry, @Nullable FileId letter) {
        var faults = new Faults();
        var wanted = entry.unit().with(UnitStatus.DISSOLVED);
        if (!form.dissolves()) {
            try {
                wanted = form.unit()
                        .withCode(entry.unit().code())
                        .read(organisation, entry.unit().agencyCode());
                faults.addIf(wanted.equals(entry.unit()), "name", OrganisationRefusal.NOTHING_CHANGED.sentence());
            } catch (InvalidInput invalid) {
                invalid.faults().forEach(fault -> faults.add(fault.field(), fault.sentence()));
            }
        }
        var reason = form.unit().reason();
        faults.addIf(reason.isEmpty(), "reason", "请填写变更事由和依据，如机构编制部门的文号。");
        faults.addIf(form.dissolves() && reason.length() > 200, "reason", "变更事由不超过200个字，详情写在介绍信中。");
        faults.addIf(letter == null, "file", OrganisationRefusal.NO_LETTER);
        faults.refuse();
        return wanted;
    }
}
