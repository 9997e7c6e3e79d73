package org.gongkao.application;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.payment.UnitCharges;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of a unit whose fee is due, for a unit that pays for its people. */
@Repository
class UnitFees implements UnitCharges {

    private final JdbcClient jdbc;
    private final Persons persons;

    UnitFees(JdbcClient jdbc, Persons persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    @Override
    public List<Owed> of(String unitCode) {
        return named(jdbc.sql("""
                        select number, person_id from application.application
                         where unit_code = :unit and state = 'PAYMENT_DUE' order by id
                        """).param("unit", unitCode));
    }

    @Override
    public List<String> ever(String unitCode) {
        return jdbc.sql(
                        "select number from application.application where unit_code = :unit and state <> 'DRAFT' order by id")
                .param("unit", unitCode)
                .query(String.class)
                .list();
    }

    @Override
    public List<Owed> named(String unitCode, Collection<String> purposeKeys) {
        if (purposeKeys.isEmpty()) {
            return List.of();
        }
        return named(jdbc.sql("""
                        select number, person_id from application.application
                         where unit_code = :unit and number in (:numbers) order by id
                        """).param("unit", unitCode).param("numbers", purposeKeys));
    }

    private List<Owed> named(JdbcClient.StatementSpec files) {
        Map<String, Long> people = new LinkedHashMap<>();
        files.query(row -> {
            people.put(row.getString("number"), row.getLong("person_id"));
        });
        var names = persons.cards(people.values()).stream().collect(Collectors.toMap(PersonCard::id, PersonCard::name));
        return people.entrySet().stream()
                .map(file -> new Owed(file.getKey(), names.getOrDefault(file.getValue(), "")))
                .toList();
    }
}
