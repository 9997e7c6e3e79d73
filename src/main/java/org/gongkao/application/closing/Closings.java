package org.gongkao.application.closing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.closing.ClosingMoves.Move;
import org.gongkao.organisation.Agency;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the report of each agency and year stands, and what was done to it. Callers have asked {@link Reporters} whether they may. */
@Repository
class Closings {

    /** 办理记录行。One act on a report. */
    record Entry(ClosingAct act, int version, String office, String actorName, String reason, Instant at) {}

    private final JdbcClient jdbc;

    Closings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Closing get(Agency agency, int year) {
        return jdbc.sql("""
                        select id, agency_code, superior_code, year, state, latest, after_act, version
                          from application.closing where agency_code = :agency and year = :year
                        """)
                .param("agency", agency.code())
                .param("year", year)
                .query(Closing.class)
                .optional()
                .orElseGet(() -> Closing.open(agency.code(), superior(agency), year));
    }

    /** Held alone until the act is over: it has waited for every decision that was on its way, and later ones wait for it. */
    Closing lock(Agency agency, int year) {
        hold("pg_advisory_xact_lock", agency, year);
        jdbc.sql("""
                insert into application.closing (agency_code, superior_code, year) values (:agency, :superior, :year)
                on conflict do nothing
                """)
                .param("agency", agency.code())
                .param("superior", superior(agency))
                .param("year", year)
                .update();
        return get(agency, year);
    }

    /** Held beside other decisions, which do not wait for each other; a closing waits for all of them. */
    Closing share(Agency agency, int year) {
        hold("pg_advisory_xact_lock_shared", agency, year);
        return get(agency, year);
    }

    /** A statement of its own: what is read afterwards is as of the moment when the lock was given. */
    private void hold(String how, Agency agency, int year) {
        jdbc.sql("select 1 from " + how + "(hashtextextended(:key, 0))")
                .param("key", "closing:" + agency.code() + ":" + year)
                .query(Integer.class)
                .single();
    }

    /** How many reports wait for this agency. */
    int waiting(Office superior) {
        return jdbc.sql(
                        "select count(*)::int from application.closing where superior_code = :superior and state = 'CLOSED'")
                .param("superior", superior.code())
                .query(Integer.class)
                .single();
    }

    private static String superior(Agency agency) {
        return Optional.ofNullable(agency.superior()).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The newest act on any file: a report that is being made knows of no later one. */
    long lastAct() {
        return jdbc.sql("select coalesce(max(id), 0) from application.act")
                .query(Long.class)
                .single();
    }

    /**
     * Whether the agency above, or a revoked decision, has brought the file back, and the report does not have this agency's
     * answer yet. That act had its own reason: it is the reason for this one file, and opens nothing else. A revocation only
     * opens what the report lists as cancelled: a file reported as undecided is as undecided as it was.
     */
    boolean broughtBack(Application file, Closing closing) {
        return jdbc.sql("""
                select exists (
                    select 1 from application.act above
                     where above.application_id = :file and above.office = :superior and above.to_state = 'IN_REVIEW'
                       and above.id > (select coalesce(max(own.id), 0) from application.act own
                                        where own.application_id = :file and own.office = :office
                                          and own.act in ('APPROVE', 'RETURN', 'REJECT') and own.id <= :known))
                    or exists (
                    select 1 from application.act back
                     where back.application_id = :file and back.act = 'REINSTATE' and back.id > :known
                       and back.to_state in ('DRAFT', 'IN_REVIEW', 'RETURNED')
                       and (select max(taken.id) from application.act taken
                             where taken.application_id = :file and taken.act = 'CANCEL' and taken.id < back.id) <= :known)
                """)
                .param("file", file.id())
                .param("superior", closing.superior().toString())
                .param("office", closing.office().toString())
                .param("known", closing.afterAct())
                .query(Boolean.class)
                .single();
    }

    /** Writes where the report stands now and the line of its history, or refuses when somebody moved it first. Gives the line's id. */
    long write(Closing seen, Move move, int latest, long afterAct, String reason, Actor by, Instant at) {
        int rows = jdbc.sql("""
                update application.closing
                   set state = :to, latest = :latest, after_act = :after, version = version + 1
                 where id = :id and state = :from and version = :version
                """)
                .param("to", move.to().name())
                .param("latest", latest)
                .param("after", afterAct)
                .param("id", seen.id())
                .param("from", seen.state().name())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return jdbc.sql("""
                insert into application.closing_act (closing_id, act, from_state, to_state, version, office, account_id,
                       actor_name, role, reason, at)
                values (:closing, :act, :from, :to, :latest, :office, :account, :name, :role, :reason, :at)
                returning id
                """)
                .param("closing", seen.id())
                .param("act", move.act().name())
                .param("from", move.from().name())
                .param("to", move.to().name())
                .param("latest", latest)
                .param("office", by.office().toString())
                .param("account", by.account())
                .param("name", by.name())
                .param("role", by.role().name())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** In the order in which they were done. */
    List<Entry> acts(Closing closing) {
        return jdbc.sql("""
                select act, version, office, actor_name, reason, at
                  from application.closing_act where closing_id = :id order by id
                """).param("id", closing.id()).query(Entry.class).list();
    }
}
