package org.gongkao.application.onsite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.application.VisitAct;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The appointments of files; reached only with a file in hand, which the actor may see. */
@Repository
class Visits {

    /** 办理记录行。An act as the page shows it. */
    record Entry(long visitId, String act, @Nullable String office, String actorName, String reason, Instant at) {}

    private static final String SELECT = """
            select v.id, a.number, a.person_id, a.unit_code, v.slot_id, v.agency, v.starts_at, s.ends_at, s.place, s.capacity,
                   s.booked, s.state as slot_state, v.state, v.receipt, v.received_at, v.due_at, v.returned_at,
                   v.returned_to, v.version
              from application.visit v
              join application.visit_slot s on s.id = v.slot_id
              join application.application a on a.id = v.application_id
            """;

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a file, the newest first. */
    List<Visit> of(Application file) {
        return jdbc.sql(SELECT + " where v.application_id = :id order by v.id desc")
                .param("id", file.id())
                .query(Visits::row)
                .list();
    }

    /** The one that is going on. */
    Optional<Visit> running(Application file) {
        return of(file).stream().filter(visit -> visit.state().isRunning()).findFirst();
    }

    /** Those who have booked a time that is being closed. */
    List<Visit> booked(Slot slot) {
        return jdbc.sql(SELECT + " where v.slot_id = :slot and v.state = 'BOOKED' order by v.id")
                .param("slot", slot.id())
                .query(Visits::row)
                .list();
    }

    /**
     * Begins one, or refuses because another click was quicker. {@code for share} waits for whoever is just moving the file
     * away: either that is seen here, or the appointment is seen and released there.
     */
    Visit add(Application file, Slot slot) {
        try {
            int added = jdbc.sql("""
                    insert into application.visit (application_id, slot_id, agency, overseer, starts_at, state)
                    select a.id, :slot, a.holder, a.overseer, :starts, 'BOOKED'
                      from application.application a
                     where a.id = :file and a.state = 'IN_REVIEW' and a.holder = :agency
                       for share of a
                    """)
                    .param("file", file.id())
                    .param("slot", slot.id())
                    .param("agency", slot.agency())
                    .param("starts", Timestamp.from(slot.startsAt()))
                    .update();
            if (added == 0) {
                throw new Refusal(OnSiteRefusal.NOT_BEFORE_AGENCY);
            }
        } catch (DuplicateKeyException running) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return running(file).orElseThrow();
    }

    /** Writes where it now stands, or refuses when somebody was quicker. */
    void write(Visit from, Visit to) {
        var custody = to.custody();
        var rows = jdbc.sql("""
                update application.visit
                   set slot_id = :slot, starts_at = :starts, state = :state, receipt = :receipt, received_at = :received,
                       due_at = :due, returned_at = :returned, returned_to = :returnedTo, version = version + 1
                 where id = :id and state = :from and version = :version
                """)
                .param("slot", to.slot().id())
                .param("starts", Timestamp.from(to.slot().startsAt()))
                .param("state", to.state().name())
                .param("receipt", custody.receipt())
                .param("received", Applications.time(custody.receivedAt()))
                .param("due", Applications.time(custody.dueAt()))
                .param("returned", Applications.time(custody.returnedAt()))
                .param("returnedTo", custody.returnedTo())
                .param("id", from.id())
                .param("from", from.state().name())
                .param("version", from.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    long act(Visit from, VisitAct act, VisitState to, Actor by, String reason, Instant at) {
        return jdbc.sql("""
                insert into application.visit_act (visit_id, act, from_state, to_state, office, account_id, actor_name, role,
                       reason, at)
                values (:visit, :act, :from, :to, :office, :account, :name, :role, :reason, :at)
                returning id
                """)
                .param("visit", from.id())
                .param("act", act.name())
                .param("from", from.state().name())
                .param("to", to.name())
                .param("office", by.officeText())
                .param("account", by.account())
                .param("name", by.name())
                .param("role", by.role().name())
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    List<Entry> history(Application file) {
        return jdbc.sql("""
                select c.visit_id, c.act, c.office, c.actor_name, c.reason, c.at
                  from application.visit_act c join application.visit v on v.id = c.visit_id
                 where v.application_id = :id order by c.id
                """).param("id", file.id()).query(Entry.class).list();
    }

    /** 交接单编号: the year and a number that counts up. */
    String nextReceipt(Application file) {
        return jdbc.sql("select 'YJ' || :year || lpad(nextval('application.original_receipt')::text, 6, '0')")
                .param("year", String.valueOf(file.year()))
                .query(String.class)
                .single();
    }

    private static Visit row(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("person_id"),
                row.getString("unit_code"),
                new Slot(
                        row.getLong("slot_id"),
                        row.getString("agency"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getString("place"),
                        row.getInt("capacity"),
                        row.getInt("booked"),
                        row.getString("slot_state")),
                VisitState.valueOf(row.getString("state")),
                new Custody(
                        row.getString("receipt"),
                        instant(row, "received_at"),
                        instant(row, "due_at"),
                        instant(row, "returned_at"),
                        row.getString("returned_to")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
