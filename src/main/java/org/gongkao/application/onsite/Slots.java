package org.gongkao.application.onsite;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The times at which agencies look at originals. */
@Repository
class Slots {

    static final int MOST_OFFERED = 100;

    private static final String COLUMNS = "id, agency, starts_at, ends_at, place, capacity, booked, state";

    private final JdbcClient jdbc;

    Slots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses a second at the same time and place: the unique index decides between two officers. */
    void add(Instant from, Instant until, String place, int capacity, Actor officer, Instant at) {
        try {
            jdbc.sql("""
                    insert into application.visit_slot (agency, starts_at, ends_at, place, capacity, account_id, created_at)
                    values (:agency, :from, :until, :place, :capacity, :account, :at)
                    """)
                    .param("agency", officer.office().toString())
                    .param("from", Timestamp.from(from))
                    .param("until", Timestamp.from(until))
                    .param("place", place)
                    .param("capacity", capacity)
                    .param("account", officer.account())
                    .param("at", Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal(OnSiteRefusal.SLOT_EXISTS);
        }
    }

    /** The agency's own that are not over, the next one first. */
    List<Slot> upcoming(@Nullable ListKey after, int atMost, Actor officer, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.visit_slot
                 where agency = :office and ends_at > :now and state = 'OPEN' and (starts_at, id) > (:since, :after)
                 order by starts_at, id limit :most
                """)
                .param("office", officer.office().toString())
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(after == null ? Instant.EPOCH : after.at()))
                .param("after", after == null ? 0 : after.id())
                .param("most", atMost)
                .query(Slot.class)
                .list();
    }

    /** What an agency still offers: from tomorrow on, since a time is booked until its eve. */
    List<Slot> offered(Office agency, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.visit_slot
                 where agency = :agency and starts_at >= :tomorrow and state = 'OPEN'
                 order by starts_at, id limit :most
                """)
                .param("agency", agency.toString())
                .param("tomorrow", Timestamp.from(tomorrow(now)))
                .param("most", MOST_OFFERED)
                .query(Slot.class)
                .list();
    }

    static Instant tomorrow(Instant now) {
        return Shanghai.startOf(Shanghai.day(now).plusDays(1));
    }

    /** The officer's own, locked: nobody books it while it is being closed. */
    Slot lock(long id, Actor officer) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.visit_slot where id = :id and agency = :office for update
                """)
                .param("id", id)
                .param("office", officer.office().toString())
                .query(Slot.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Takes one place: of two at the last one the row lets one through. */
    void take(Slot slot) {
        var taken = jdbc.sql("""
                update application.visit_slot set booked = booked + 1
                 where id = :id and state = 'OPEN' and booked < capacity
                """).param("id", slot.id()).update();
        if (taken == 0) {
            throw new Refusal(slot.isOpen() ? OnSiteRefusal.SLOT_FULL : OnSiteRefusal.SLOT_GONE);
        }
    }

    /** Gives the place of an appointment back. */
    void give(Visit visit) {
        jdbc.sql("update application.visit_slot set booked = booked - 1 where id = :id")
                .param("id", visit.slot().id())
                .update();
    }

    void close(Slot slot, String reason) {
        jdbc.sql("update application.visit_slot set state = 'CLOSED', reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", slot.id())
                .update();
    }
}
