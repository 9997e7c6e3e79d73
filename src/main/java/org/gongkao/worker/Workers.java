package org.gongkao.worker;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 工勤人员名册。What other modules ask and do about a person's unit. */
@Component
public class Workers {

    private final WorkerRows rows;
    private final Persons persons;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    Workers(WorkerRows rows, Persons persons, Organisation organisation, ApplicationEventPublisher events) {
        this.rows = rows;
        this.persons = persons;
        this.organisation = organisation;
        this.events = events;
    }

    public Optional<Worker> find(long personId) {
        return rows.find(personId);
    }

    public Optional<Worker> findByNumber(NationalId number) {
        return persons.find(number).flatMap(rows::find);
    }

    /** Whether the unit answers for the person: it has confirmed them, and either still does or let them go by a move. */
    public boolean answers(String unitCode, long personId) {
        return rows.find(personId)
                        .filter(found -> found.confirmed() && found.unitCode().equals(unitCode))
                        .isPresent()
                || rows.filesFollowed(personId, unitCode).isPresent();
    }

    /** Where what the person handed in at this unit belongs now: at the present unit, unless they left by a move whose files stay. */
    public String unitOfFiles(long personId, String unitCode) {
        return rows.filesFollowed(personId, unitCode).orElse(true)
                ? rows.find(personId).map(Worker::unitCode).orElse(unitCode)
                : unitCode;
    }

    /** A person says that they work at a unit; nobody has confirmed it, unless the unit had entered them before. */
    public void enrol(long personId, String unitCode, Instant at) {
        if (!organisation.unit(unitCode).isActive()) {
            throw new Refusal(WorkerRefusal.UNIT_GONE);
        }
        var known = rows.find(personId);
        if (known.filter(one -> one.confirmed() && one.unitCode().equals(unitCode))
                .isPresent()) {
            return;
        }
        rows.enrol(personId, unitCode, Standing.UNCONFIRMED, null, at);
        if (known.isPresent()) {
            events.publishEvent(new UnitChosen(personId));
        }
    }

    /** For seeds: a worker whom the unit confirmed before this platform began. */
    public void enrolConfirmed(long personId, String unitCode, Actor by, Instant at) {
        rows.enrol(personId, unitCode, Standing.CONFIRMED, by.account(), at);
    }
}
