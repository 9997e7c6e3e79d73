package org.gongkao.application.roster;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rosters as they stand now: who of a unit is approved and paid. A unit sees its own; an agency sees those whose files it
 * answers for; anybody else's is not found.
 */
@Repository
class LiveRosters {

    /** 单位概况。A unit of the agency with how many of its workers have paid. */
    record UnitPaid(String unitCode, int paid) {}

    private record Paid(String number, long person, int level, String occupation, Instant paidAt) {}

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Organisation organisation;

    LiveRosters(JdbcClient jdbc, Persons persons, Catalogue catalogue, Cycles cycles, Organisation organisation) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.organisation = organisation;
    }

    Cycle cycle(String unitCode, Instant now) {
        return cycles.current(organisation.unit(unitCode).agencyCode(), now);
    }

    Roster of(String unitCode, Actor by, Instant now) {
        refuseOthers(unitCode, by);
        var cycle = cycle(unitCode, now);
        var paid = jdbc.sql("""
                        select a.number, a.person_id as person, a.level, a.occupation,
                               max(t.at) as paid_at
                          from application.application a
                          join application.act t on t.application_id = a.id and t.to_state = 'PAID'
                         where a.unit_code = :unit and a.state = 'PAID' and a.year = :year
                         group by a.id
                         order by a.level desc, a.number
                        """)
                .param("unit", unitCode)
                .param("year", cycle.year())
                .query(Paid.class)
                .list();
        var cards = persons.cards(paid.stream().map(Paid::person).toList()).stream()
                .collect(Collectors.toMap(PersonCard::id, card -> card));
        var lines = paid.stream()
                .map(one -> {
                    var card = Objects.requireNonNull(cards.get(one.person()));
                    return new RosterLine(
                            one.number(),
                            one.person(),
                            card.name(),
                            card.maskedNumber(),
                            card.sex().label(),
                            Level.of(one.level()),
                            catalogue
                                    .find(cycle, one.occupation())
                                    .map(Occupation::name)
                                    .orElse(one.occupation()),
                            Shanghai.day(one.paidAt()));
                })
                .toList();
        return new Roster(unitCode, cycle.year(), lines);
    }

    /** Said as not found: that a unit has workers in the year is nobody else's business. */
    private void refuseOthers(String unitCode, Actor by) {
        var office = by.office();
        boolean mine = office.kind() == Office.Kind.UNIT
                ? office.code().equals(unitCode)
                : jdbc.sql("""
                        select exists (select 1 from application.application
                                        where authority = :office and unit_code = :unit and state = 'PAID')
                        """)
                        .param("office", office.toString())
                        .param("unit", unitCode)
                        .query(Boolean.class)
                        .single();
        if (!mine) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
    }

    /** The units whose files this agency answers for and of whose workers somebody has paid. */
    List<UnitPaid> units(Actor agency, int year) {
        return jdbc.sql("""
                        select unit_code, count(*)::int as paid from application.application
                         where authority = :office and state = 'PAID' and year = :year
                         group by unit_code order by unit_code
                        """)
                .param("office", agency.office().toString())
                .param("year", year)
                .query(UnitPaid.class)
                .list();
    }

    /** Corrects the occupation of a paid file; true when it was still the one that was seen. */
    boolean changeOccupation(String number, String from, String to, Instant now) {
        return jdbc.sql("""
                        update application.application
                           set occupation = :to, version = version + 1, changed_at = :now
                         where number = :number and occupation = :from and state = 'PAID'
                        """)
                        .param("to", to)
                        .param("from", from)
                        .param("number", number)
                        .param("now", java.sql.Timestamp.from(now))
                        .update()
                == 1;
    }

    String occupationCode(String number) {
        return jdbc.sql("select occupation from application.application where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
