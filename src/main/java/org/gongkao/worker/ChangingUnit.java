package org.gongkao.worker;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Humans;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.UnitMoveRules.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办理调动。The new unit asks, the former one lets go, the agency confirms; the record goes with the worker. */
@Component
class ChangingUnit {

    private final UnitMoves moves;
    private final WorkerRows workers;
    private final Persons persons;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Humans humans;
    private final Audit audit;

    ChangingUnit(
            UnitMoves moves,
            WorkerRows workers,
            Persons persons,
            Organisation organisation,
            ApplicationEventPublisher events,
            Humans humans,
            Audit audit) {
        this.moves = moves;
        this.workers = workers;
        this.persons = persons;
        this.organisation = organisation;
        this.events = events;
        this.humans = humans;
        this.audit = audit;
    }

    @Transactional
    UnitMove request(MoveForm form, Actor clerk, Instant at) {
        var name = PersonName.parse(form.name());
        var number = NationalId.parse(form.number());
        int length = form.explanation().strip().length();
        new Faults()
                .addIf(name.isEmpty(), "name", "请按身份证填写姓名。")
                .addIf(number.isEmpty(), "number", "身份证号码不对，应为完整的18位，请核对后重填。")
                .addIf(length < 2 || length > 200, "explanation", "请写明调动依据，2 至 200 个字，如调动文件的文号。")
                .refuse();
        // Name and number together, and one answer for all that does not fit: the form is no way to ask who works
        // where.
        var worker = number.flatMap(persons::find)
                .filter(person -> persons.name(person).equals(name.orElseThrow()))
                .flatMap(workers::find)
                .filter(Worker::confirmed)
                .orElseThrow(() -> new Refusal(WorkerRefusal.MOVE_PERSON_UNKNOWN));
        if (worker.unitCode().equals(clerk.office().code())) {
            throw new Refusal(WorkerRefusal.ALREADY_HERE);
        }
        var agency = organisation.unit(worker.unitCode()).agencyCode();
        var move = moves.add(worker, agency, form.explanation().strip(), clerk, at);
        tell(move, MoveAct.REQUEST, clerk);
        return move;
    }

    /** Any later step; {@code routeFollows} is the agency's answer, asked when it confirms. */
    @Transactional
    void act(String number, MoveAct act, int seenVersion, Answer answer, Actor by, Instant at) {
        var move = moves.get(number, by).asSeenAt(seenVersion);
        boolean gone = !organisation.unit(move.fromUnit()).isActive();
        var row = UnitMoveRules.check(move.state(), act, move.by(by), gone);
        if (act != MoveAct.WITHDRAW) {
            refuseSecondStep(move, by);
        }
        int length = answer.reason().strip().length();
        new Faults()
                .addIf(row.needs().isReason() && length < 2 || length > 200, "reason", "请写明理由，2 至 200 个字，各方都会看到。")
                .addIf(row.needs() == Need.ROUTE_ANSWERED && answer.routeFollows() == null, "route", "请选择在办申报按哪条路线审核。")
                .refuse();
        var follows = row.to() == MoveState.DONE ? answer.routeFollows() : null;
        var written = moves.write(move, row, follows, answer.reason().strip(), by, at);
        if (row.to() == MoveState.DONE) {
            workers.transfer(move, by, at);
            events.publishEvent(
                    new WorkerMoved(move.personId(), move.fromUnit(), move.toUnit(), Boolean.TRUE.equals(follows)));
        }
        tell(written, act, by);
    }

    /** 答复。What an office writes, and the agency's answer about an application under way. */
    record Answer(String reason, @Nullable Boolean routeFollows) {}

    private void refuseSecondStep(UnitMove move, Actor by) {
        if (moves.acts(move).stream().anyMatch(done -> humans.same(done.account(), by))) {
            throw new Refusal(WorkerRefusal.ANOTHER_PERSON);
        }
    }

    private void tell(UnitMove move, MoveAct act, Actor by) {
        audit.record(by, act.label(), "worker-move:" + move.number(), "");
        events.publishEvent(new WorkerMoveActed(
                move.id(),
                move.number(),
                move.personId(),
                move.fromUnit(),
                move.toUnit(),
                move.agencyCode(),
                move.state(),
                move.version()));
    }
}
