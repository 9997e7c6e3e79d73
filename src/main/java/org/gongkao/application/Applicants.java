package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Unit;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.Standing;
import org.gongkao.worker.Worker;
import org.gongkao.worker.Workers;
import org.springframework.stereotype.Component;

/** 申报人。Who applies: the person, the unit, and the year's plan as it holds for them. */
@Component
public class Applicants {

    private final Workers workers;
    private final Persons persons;
    private final Organisation organisation;
    private final Routing routing;
    private final Cycles cycles;
    private final Catalogue catalogue;

    Applicants(
            Workers workers,
            Persons persons,
            Organisation organisation,
            Routing routing,
            Cycles cycles,
            Catalogue catalogue) {
        this.workers = workers;
        this.persons = persons;
        this.organisation = organisation;
        this.routing = routing;
        this.cycles = cycles;
        this.catalogue = catalogue;
    }

    public Unit unit(long personId) {
        return workers.find(personId)
                .flatMap(found -> organisation.findUnit(found.unitCode()))
                .orElseThrow(() -> new Refusal(ApplicationRefusal.UNIT_NOT_CHOSEN));
    }

    /** The unit that has confirmed the person as its worker; none before. */
    public Optional<Office> confirmedAt(long personId) {
        return workers.find(personId).filter(Worker::confirmed).map(found -> Office.unit(found.unitCode()));
    }

    /** The unit says that the person does not work for it, and no other was named since. */
    public boolean isDisowned(long personId) {
        return workers.find(personId)
                .filter(found -> found.standing() == Standing.REFUSED)
                .isPresent();
    }

    public PersonCard card(long personId) {
        return persons.card(personId);
    }

    /** The current year as it holds for the agency that answers for the worker's unit. */
    public Cycle cycle(long personId, Instant now) {
        return workers.find(personId)
                .map(found -> cycles.current(routing.agency(found.unitCode()), now))
                .orElseGet(() -> cycles.current(now));
    }

    /** The same for whoever acts for a unit. */
    public Cycle cycleOfUnit(Actor clerk, Instant now) {
        return cycles.current(routing.agency(clerk.office().code()), now);
    }

    /** Who applies, before anything was chosen. */
    public List<Line> facts(Actor worker) {
        var card = persons.card(worker.person());
        var unit = workers.find(worker.person())
                .flatMap(found -> organisation.findUnit(found.unitCode()))
                .map(Unit::name)
                .orElse("还没有选择");
        return List.of(new Line("姓名", card.name()), new Line("证件", card.maskedNumber()), new Line("单位", unit));
    }

    public List<Line> facts(Application application, Cycle cycle) {
        var card = persons.card(application.personId());
        return List.of(
                new Line("等级", application.level().full()),
                new Line("工种", occupation(application, cycle)),
                new Line("单位", organisation.unit(application.unitCode()).name()),
                new Line("姓名", card.name()),
                new Line("证件", card.maskedNumber()),
                new Line("申报编号", application.number()));
    }

    public String occupation(Application application, Cycle cycle) {
        return catalogue
                .find(cycle, application.occupation())
                .map(Occupation::name)
                .orElse(application.occupation());
    }
}
