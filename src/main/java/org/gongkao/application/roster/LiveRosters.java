package org.gongkao.application.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.organisation.Organisation;
import org.gongkao.payment.Charges;
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

    /** Whose whole fee has gone back is not paid any more. */
    private static final String KEPT = "number not in " + Charges.GIVEN_BACK;

    /** 单位概况。A unit of the agency with how many of its workers have paid. */
    record UnitPaid(String unitCode, String unitName, String agencyCode, int paid) {}

    /** 缴费概况。How many have paid, of how many units, and of these how many have sent in a stamped roster. */
    record Paying(int units, int paid, int stamped) {}

    private record Paid(
            String unitCode,
            String number,
            long person,
            int level,
            String occupation,
            int corrections,
            Instant heardAt) {}

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Charges charges;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Organisation organisation;

    LiveRosters(
            JdbcClient jdbc,
            Persons persons,
            Charges charges,
            Catalogue catalogue,
            Cycles cycles,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.charges = charges;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.organisation = organisation;
    }

    Cycle cycle(String unitCode, Instant now) {
        return cycles.current(organisation.unit(unitCode).agencyCode(), now);
    }

    Roster of(String unitCode, Actor by, Instant now) {
        refuseOthers(unitCode, by);
        return Objects.requireNonNull(of(Map.of(unitCode, cycle(unitCode, now))).get(unitCode));
    }

    /** Of many units at once, each by its own agency's year; the caller has found them as its own. */
    Map<String, Roster> of(Map<String, Cycle> units) {
        var paid = units.isEmpty() ? List.<Paid>of() : paid(units);
        var cards = persons.cards(paid.stream().map(Paid::person).toList()).stream()
                .collect(Collectors.toMap(PersonCard::id, card -> card));
        var paidAt = charges.paidAt(paid.stream().map(Paid::number).toList());
        var lines = new HashMap<String, List<RosterLine>>();
        for (var one : paid) {
            var cycle = Objects.requireNonNull(units.get(one.unitCode()));
            var card = Objects.requireNonNull(cards.get(one.person()));
            lines.computeIfAbsent(one.unitCode(), unit -> new ArrayList<>())
                    .add(line(one, paidAt.getOrDefault(one.number(), one.heardAt()), card, cycle));
        }
        var rosters = new HashMap<String, Roster>();
        units.forEach((unit, cycle) ->
                rosters.put(unit, new Roster(unit, cycle.year(), lines.getOrDefault(unit, List.of()))));
        return rosters;
    }

    private List<Paid> paid(Map<String, Cycle> units) {
        return jdbc.sql("""
                        select a.unit_code, a.number, a.person_id as person, a.level, a.occupation,
                               (select count(*)::int from application.roster_correction c
                                 where c.application_number = a.number and c.fact = 'NUMBER') as corrections,
                               (select max(t.at) from application.act t
                                 where t.application_id = a.id and t.act = 'PAY') as heard_at
                          from application.application a
                         where a.unit_code in (:units) and a.state = 'PAID' and a.year in (:years) and %s
                         order by a.level desc, a.number
                        """.formatted(KEPT))
                .param("units", units.keySet())
                .param(
                        "years",
                        units.values().stream().map(Cycle::year).distinct().toList())
                .query(Paid.class)
                .list();
    }

    private RosterLine line(Paid one, Instant paidAt, PersonCard card, Cycle cycle) {
        return new RosterLine(
                one.number(),
                one.person(),
                card.name(),
                card.maskedNumber(),
                one.corrections(),
                card.sex().label(),
                Level.of(one.level()),
                catalogue.find(cycle, one.occupation()).map(Occupation::name).orElse(one.occupation()),
                Shanghai.day(paidAt));
    }

    /** Said as not found: that a unit has workers in the year is nobody else's business. */
    private void refuseOthers(String unitCode, Actor by) {
        var office = by.office();
        // A unit whose only worker was taken off since keeps its frozen roster before the agency, with the difference.
        boolean mine = office.kind() == Office.Kind.UNIT
                ? office.code().equals(unitCode)
                : jdbc.sql("""
                        select exists (select 1 from application.application a
                                        where a.authority = :office and a.unit_code = :unit
                                          and (a.state = 'PAID'
                                               or exists (select 1 from application.roster_version v
                                                            join application.roster_line l on l.version_id = v.id
                                                           where v.unit_code = :unit and v.year = a.year
                                                             and l.application_number = a.number)))
                        """)
                        .param("office", office.toString())
                        .param("unit", unitCode)
                        .query(Boolean.class)
                        .single();
        if (!mine) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
    }

    /** One screen of the units whose files this agency answers for and of whose workers somebody has paid, by code. */
    List<UnitPaid> units(Actor agency, int year, String unit, String after, int limit) {
        var looked = unit.isEmpty()
                ? ""
                : "and unit_code in (select code from organisation.v_unit where code = upper(:unit) or position(:unit in name) > 0)";
        return jdbc.sql("""
                        select p.unit_code, u.name as unit_name, u.agency_code, p.paid
                          from (select unit_code, count(*)::int as paid from application.application
                                 where authority = :office and state = 'PAID' and year = :year and unit_code > :after and %s %s
                                 group by unit_code order by unit_code limit :limit) p
                          join organisation.v_unit u on u.code = p.unit_code
                         order by p.unit_code
                        """.formatted(KEPT, looked))
                .param("office", agency.office().toString())
                .param("year", year)
                .param("unit", unit)
                .param("after", after)
                .param("limit", limit)
                .query(UnitPaid.class)
                .list();
    }

    /** A roster is sent in when the latest version of it has its stamped scan. */
    Paying paying(Actor agency, int year) {
        return jdbc.sql("""
                        with paid as (
                            select unit_code, count(*) as workers from application.application
                             where authority = :office and state = 'PAID' and year = :year and %s group by unit_code),
                        latest as (
                            select distinct on (v.unit_code) v.id from application.roster_version v
                              join paid p on p.unit_code = v.unit_code
                             where v.year = :year order by v.unit_code, v.version desc)
                        select count(*)::int as units, coalesce(sum(workers), 0)::int as paid,
                               (select count(*)::int from latest l
                                 where exists (select 1 from application.roster_scan s where s.version_id = l.id)) as stamped
                          from paid
                        """.formatted(KEPT))
                .param("office", agency.office().toString())
                .param("year", year)
                .query(Paying.class)
                .single();
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

    /** The agency that answers for a file, as an office. */
    String authority(String number) {
        return jdbc.sql("select authority from application.application where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** Mostly one; two where a county took the review over while files were on their way. */
    List<String> authorities(Roster roster) {
        return jdbc.sql("""
                        select distinct authority from application.application
                         where unit_code = :unit and year = :year and state = 'PAID'
                        """)
                .param("unit", roster.unitCode())
                .param("year", roster.year())
                .query(String.class)
                .list();
    }

    String occupationCode(String number) {
        return jdbc.sql("select occupation from application.application where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }
}
