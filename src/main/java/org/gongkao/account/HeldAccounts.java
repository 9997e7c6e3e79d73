package org.gongkao.account;

import org.gongkao.shared.Actor;
import org.gongkao.shared.Humans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares accounts by the person who holds them. */
@Repository
class HeldAccounts implements Humans {

    private final JdbcClient jdbc;

    HeldAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean same(long account, Actor by) {
        return account == by.account()
                || by.personId() != null
                        && jdbc.sql("""
                                        select exists (select from account.account
                                                        where id = :account and person_id = :person)
                                        """)
                                .param("account", account)
                                .param("person", by.personId())
                                .query(Boolean.class)
                                .single();
    }
}
