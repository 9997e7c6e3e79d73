package org.gongkao.textbook.stock;

import java.sql.Timestamp;
import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.Orderer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The unit's record of which worker has the book. Only ever added to; the newest line of a worker counts. */
@Repository
class Givings {

    private final JdbcClient jdbc;

    Givings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(Orderer orderer, BookCode book, String act, Actor clerk, Instant now) {
        return jdbc.sql("""
                        insert into textbook.giving (application_number, person_id, unit_code, year, level, occupation_code,
                               act, account_id, actor_name, at)
                        values (:number, :person, :unit, :year, :level, :occupation, :act, :account, :name, :now)
                        returning id
                        """)
                .param("number", orderer.number())
                .param("person", orderer.person())
                .param("unit", orderer.unitCode())
                .param("year", orderer.year())
                .param("level", book.level().number())
                .param("occupation", book.occupation())
                .param("act", act)
                .param("account", clerk.account())
                .param("name", clerk.name())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }
}
