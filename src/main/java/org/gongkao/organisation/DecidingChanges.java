package org.gongkao.organisation;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审核单位信息变更。The city or province decides its own unit's request; an approval writes the unit's entry at once. */
@Service
class DecidingChanges {

    private final Units units;
    private final UnitChanges changes;
    private final Cycles cycles;
    private final Humans humans;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    DecidingChanges(
            Units units,
            UnitChanges changes,
            Cycles cycles,
            Humans humans,
            Audit audit,
            ApplicationEventPublisher events) {
        this.units = units;
        this.changes = changes;
        this.cycles = cycles;
        this.humans = humans;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    void approve(String number, int seenVersion, Actor by, Instant at) {
        var change = changes.get(number, by).asSeenAt(seenVersion);
        var cycle = cycles.find(change.wanted().agencyCode(), at);
        var move = UnitChangeMoves.check(change.state(), ChangeAct.APPROVE, side(change, by), cycle, at);
        var entry = units.get(change.wanted().code(), by);
        if (entry.version() != change.unitVersion()) {
            throw new Refusal(OrganisationRefusal.ENTRY_MOVED);
        }
        UnitMoves.check(entry.unit().status(), change.act(), by.role(), true, cycle, at);
        changes.write(change, move, "", by, at);
        units.write(entry, change.wanted(), new Units.Ground(change.act(), change.explanation(), number), by, at);
        decided(change, by, move.act(), true);
        if (!change.wanted().isActive()) {
            events.publishEvent(
                    new OfficeClosed(Office.unit(change.wanted().code()).toString()));
        }
    }

    @Transactional
    void refuse(String number, int seenVersion, String reason, Actor by, Instant at) {
        var change = changes.get(number, by).asSeenAt(seenVersion);
        var cycle = cycles.find(change.wanted().agencyCode(), at);
        var move = UnitChangeMoves.check(change.state(), ChangeAct.REFUSE, side(change, by), cycle, at);
        new Faults()
                .addIf(reason.isBlank(), "reason", "请写明不同意的理由和单位接下来怎么办。")
                .addIf(reason.length() > 200, "reason", "理由不超过200个字。")
                .refuse();
        changes.write(change, move, reason.strip(), by, at);
        decided(change, by, move.act(), false);
    }

    /** Who asked as the unit's clerk is no other person as an officer. */
    private UnitChangeMoves.By side(UnitChange change, Actor by) {
        return humans.same(change.requestedBy(), by) ? UnitChangeMoves.By.REQUESTER : change.by(by);
    }

    private void decided(UnitChange change, Actor by, ChangeAct act, boolean approved) {
        audit.record(by, act.label(), "unit-change:" + change.number(), "");
        events.publishEvent(new UnitChangeDecided(
                change.id(), change.number(), change.wanted().code(), approved));
    }
}
