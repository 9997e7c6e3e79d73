package org.gongkao.textbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.gongkao.payment.Charges;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 征订意愿。Who has opted in. A worker sees the own choice, a unit those of its own workers. */
@Repository
public class Choices {

    private static final String ORDERER = """
            select a.number, a.person_id, a.unit_code, a.year, a.level, a.occupation, a.state = 'PAID' and a.number not in %s as paid,
                   (select c.wanted from textbook.choice c where c.application_number = a.number
                     order by c.id desc limit 1) as wanted, g.act, g.level as given_level, g.occupation_code
              from application.v_application a
              left join lateral (select act, level, occupation_code from textbook.giving g
                                  where g.application_number = a.number order by g.id desc limit 1) g on true
            """.formatted(Charges.GIVEN_BACK);

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    Choices(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    Optional<Orderer> of(Actor worker, Cycle cycle) {
        return jdbc.sql(ORDERER + """
                         where a.person_id = :person and a.year = :year and a.state in ('PAYMENT_DUE', 'PAID')
                        """)
                .param("person", worker.person())
                .param("year", cycle.year())
                .query((row, n) -> orderer(row, cycle))
                .optional();
    }

    public List<Orderer> ofUnit(Actor clerk, Cycle cycle) {
        return jdbc.sql(ORDERER + """
                         where a.unit_code = :unit and a.year = :year and a.state in ('PAYMENT_DUE', 'PAID')
                         order by a.level desc, a.number
                        """)
                .param("unit", clerk.office().code())
                .param("year", cycle.year())
                .query((row, n) -> orderer(row, cycle))
                .list();
    }

    void add(Orderer orderer, boolean wanted, Actor worker, Instant now) {
        jdbc.sql("""
                insert into textbook.choice (application_number, person_id, unit_code, year, wanted, account_id, chosen_at)
                values (:number, :person, :unit, :year, :wanted, :account, :now)
                """)
                .param("number", orderer.number())
                .param("person", orderer.person())
                .param("unit", orderer.unitCode())
                .param("year", orderer.year())
                .param("wanted", wanted)
                .param("account", worker.account())
                .param("now", Timestamp.from(now))
                .update();
    }

    private Orderer orderer(ResultSet row, Cycle cycle) throws SQLException {
        var occupation = row.getString("occupation");
        return new Orderer(
                row.getString("number"),
                row.getLong("person_id"),
                row.getString("unit_code"),
                row.getInt("year"),
                new BookCode(occupation, Level.of(row.getInt("level"))),
                catalogue.find(cycle, occupation).map(Occupation::name).orElse(occupation),
                row.getBoolean("paid"),
                row.getObject("wanted", Boolean.class),
                given(row));
    }

    private static @Nullable BookCode given(ResultSet row) throws SQLException {
        return "GIVE".equals(row.getString("act"))
                ? new BookCode(row.getString("occupation_code"), Level.of(row.getInt("given_level")))
                : null;
    }
}
