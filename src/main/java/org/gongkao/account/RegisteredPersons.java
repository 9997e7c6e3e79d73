package org.gongkao.account;

import org.gongkao.person.Registered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells whether a person has an account of their own. */
@Repository
class RegisteredPersons implements Registered {

    private final JdbcClient jdbc;

    RegisteredPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isRegistered(long personId) {
        return jdbc.sql("""
                select exists (select 1 from account.account
                                where person_id = :person and role = 'WORKER' and closed_at is null)
                """).param("person", personId).query(Boolean.class).single();
    }
}
