package org.gongkao.worker;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/** 工勤人员名册。What other modules ask and do about a person's unit. */
@Component
public class Workers {

    private final WorkerRows rows;
    private final Persons persons;
    private final Organisation organisation;

    Workers(WorkerRows rows, Persons persons, Organisation organisation) {
        this.rows = rows;
        this.persons = persons;
        this.organisation = organisation;
    }

    public Optional<Worker> find(long personId) {
        return rows.find(personId);
    }

    public Optional<Worker> findByNumber(NationalId number) {
        return persons.find(number).flatMap(rows::find);
    }

    /** A person says that they work at a unit; nobody has confirmed it, unless the unit had entered them before. */
    public void enrol(long personId, String unitCode, Instant at) {
        if (!organisation.unit(unitCode).isActive()) {
            throw new Refusal(WorkerRefusal.UNIT_GONE);
        }
        if (rows.find(personId)
                .filter(known -> known.confirmed() && known.unitCode().equals(unitCode))
                .isPresent()) {
            return;
        }
        rows.enrol(personId, unitCode, Standing.UNCONFIRMED, null, at);
    }

    /** For seeds: a worker whom the unit confirmed before this platform began. */
    public void enrolConfirmed(long personId, String unitCode, Actor by, Instant at) {
        rows.enrol(personId, unitCode, Standing.CONFIRMED, by.account(), at);
    }
}
