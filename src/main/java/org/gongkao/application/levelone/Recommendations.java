package org.gongkao.application.levelone;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units' recommendations; reached with a file in hand, which the actor may see, or by a unit for itself. */
@Repository
class Recommendations {

    /** 申报行。One file of level one of a unit, and how its recommendation stands. */
    record FileLine(
            String number,
            String personName,
            String occupation,
            long packageId,
            String state,
            boolean recommended,
            boolean beyond) {}

    /**
     * The file's newest line, by the unit it is of, and not sent back or taken back since: derived, so that no return is ever
     * forgotten.
     */
    private static final String STANDS = """
             r.act = 'RECOMMEND' and r.office = 'unit:' || a.unit_code
             and not exists (select 1 from application.recommendation later
                              where later.application_id = r.application_id and later.id > r.id)
             and not exists (select 1 from application.act back
                              where back.application_id = r.application_id and back.id > r.after_act
                                and (back.act in ('RECALL', 'HAND_BACK') or back.office = r.office and back.act in ('RETURN', 'REJECT')))
            """;

    private final JdbcClient jdbc;

    Recommendations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All lines of a file, the oldest first. */
    List<Recommendation> of(Application file) {
        return jdbc.sql("""
                select r.id, r.act, f.version, f.posts, f.approved, f.held, f.basis, r.vacant, r.earlier, r.beyond, r.reason,
                       r.statement, r.statement_hash, r.responsible, r.actor_name, r.at, (
                """ + STANDS + """
                       ) as standing
                  from application.recommendation r
                  join application.application a on a.id = r.application_id
                  left join application.post_figures f on f.id = r.figures_id
                 where r.application_id = :id order by r.id
                """)
                .param("id", file.id())
                .query(Recommendation.class)
                .list();
    }

    Optional<Recommendation> standing(Application file) {
        return of(file).stream().filter(Recommendation::standing).findFirst();
    }

    /** How many other files of the unit and year stand recommended and have not ended without success. */
    int others(Application file) {
        return jdbc.sql("""
                select count(*) from application.application a join application.recommendation r on r.application_id = a.id
                 where a.unit_code = :unit and a.level = 1 and a.year = :year and a.id <> :id
                   and a.state not in ('WITHDRAWN', 'LAPSED', 'REJECTED_FINALLY', 'CANCELLED', 'FORFEITED') and
                """ + STANDS)
                .param("unit", file.unitCode())
                .param("year", file.year())
                .param("id", file.id())
                .query(Integer.class)
                .single();
    }

    /** The unit's files of level one in a year, in the order they began. */
    List<FileLine> files(int year, Actor clerk) {
        return jdbc.sql("""
                select a.number, p.name as person_name, a.occupation, a.package_id, a.state, s.id is not null as recommended,
                       coalesce(s.beyond, false) as beyond
                  from application.application a
                  join person.v_person p on p.id = a.person_id
                  left join lateral (select r.id, r.beyond from application.recommendation r
                                      where r.application_id = a.id and
                """ + STANDS + """
                       ) s on true
                 where a.unit_code = :unit and a.level = 1 and a.year = :year and a.state <> 'DRAFT'
                 order by a.id
                """)
                .param("unit", clerk.office().code())
                .param("year", year)
                .query(FileLine.class)
                .list();
    }

    void add(
            Application file,
            RecommendationAct act,
            @Nullable Places places,
            Recommending.Said said,
            Actor by,
            Instant at) {
        jdbc.sql("""
                insert into application.recommendation (application_id, act, after_act, figures_id, vacant, earlier, beyond,
                       reason, statement, statement_hash, responsible, office, account_id, actor_name, at)
                values (:id, :act, (select max(id) from application.act where application_id = :id), :figures, :vacant,
                       :earlier, :beyond, :reason, :statement, :hash, :responsible, :office, :account, :name, :at)
                """)
                .param("id", file.id())
                .param("act", act.name())
                .param("figures", places == null ? null : places.figures().id())
                .param("vacant", places == null ? null : places.figures().vacant())
                .param("earlier", places == null ? null : places.earlier())
                .param("beyond", places != null && places.goesBeyond())
                .param("reason", said.reason())
                .param("statement", said.statement())
                .param("hash", said.statementHash())
                .param("responsible", said.responsible())
                .param("office", by.office().toString())
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }
}
