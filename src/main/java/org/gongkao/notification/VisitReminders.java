package org.gongkao.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Originals that are wanted, appointments of tomorrow, and originals that should be back: each told once. */
@Repository
class VisitReminders {

    static final String WORKER = "/visit";
    static final String UNIT = "/unit-visits";

    /** Further back everybody has been told, however long the program stood still. */
    private static final Duration LOOK_BACK = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Facts facts;

    VisitReminders(JdbcClient jdbc, Messages messages, Facts facts) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.facts = facts;
    }

    private record Wanted(String number, long personId, String unitCode) {}

    private record Coming(long id, String number, long personId, String unitCode, String agency, Instant startsAt) {}

    private record Overdue(
            long id, String number, String agency, @Nullable String overseer, Instant dueAt) {}

    int tell(Instant now) {
        return wanted(now) + coming(now) + overdue(now);
    }

    /** The review marks an item without an act that is told; whoever has to bring the original hears of it here. */
    private int wanted(Instant now) {
        var files = jdbc.sql("""
                select distinct a.number, a.person_id, a.unit_code
                  from application.v_original_wanted w join application.v_application a on a.id = w.application_id
                 where w.at > :since and a.state = 'IN_REVIEW' and a.holder like 'agency:%'
                   and not exists (select 1 from notification.message m
                                    where m.recipient = 'person:' || a.person_id
                                      and m.occasion = 'originals-wanted:' || a.number)
                """)
                .param("since", Timestamp.from(now.minus(LOOK_BACK)))
                .query(Wanted.class)
                .list();
        for (var file : files) {
            both(
                    "originals-wanted:" + file.number(),
                    file.personId(),
                    file.unitCode(),
                    Template.ORIGINALS_WANTED,
                    Map.of("number", file.number()),
                    now);
        }
        return files.size();
    }

    /** 前一天: from the first moment of the day before. */
    private int coming(Instant now) {
        var until = Shanghai.startOf(Shanghai.day(now).plusDays(2));
        var visits = jdbc.sql("""
                select v.id, v.number, v.person_id, v.unit_code, v.agency, v.starts_at
                  from application.v_visit v
                 where v.state = 'BOOKED' and v.starts_at >= :tomorrow and v.starts_at < :until
                   and not exists (select 1 from notification.message m
                                    where m.recipient = 'person:' || v.person_id
                                      and m.occasion = 'visit:' || v.id || ':'
                                                       || extract(epoch from v.starts_at)::bigint)
                """)
                .param(
                        "tomorrow",
                        Timestamp.from(Shanghai.startOf(Shanghai.day(now).plusDays(1))))
                .param("until", Timestamp.from(until))
                .query(Coming.class)
                .list();
        for (var visit : visits) {
            both(
                    "visit:" + visit.id() + ":" + visit.startsAt().getEpochSecond(),
                    visit.personId(),
                    visit.unitCode(),
                    Template.VISIT_TOMORROW,
                    Map.of(
                            "number", visit.number(),
                            "when", Shanghai.minute(visit.startsAt()),
                            "from", facts.officeName(visit.agency())),
                    now);
        }
        return visits.size();
    }

    private int overdue(Instant now) {
        var visits = jdbc.sql("""
                select v.id, v.number, v.agency, v.overseer, v.due_at
                  from application.v_visit v
                 where v.state in ('RECEIVED', 'COMPARED') and v.due_at > :since and v.due_at <= :now
                   and not exists (select 1 from notification.message m
                                    where m.recipient = v.agency and m.occasion = 'originals-overdue:' || v.id)
                """)
                .param("since", Timestamp.from(now.minus(LOOK_BACK)))
                .param("now", Timestamp.from(now))
                .query(Overdue.class)
                .list();
        for (var visit : visits) {
            var values = Map.of(
                    "number", visit.number(),
                    "from", facts.officeName(visit.agency()),
                    "until", Shanghai.deadline(visit.dueAt()));
            var occasion = "originals-overdue:" + visit.id();
            var link = "/visits/" + visit.number();
            messages.give(new Told(occasion, visit.agency(), Template.ORIGINALS_OVERDUE, values, link, now));
            if (visit.overseer() != null) {
                messages.give(new Told(occasion, visit.overseer(), Template.ORIGINALS_OVERDUE, values, link, now));
            }
        }
        return visits.size();
    }

    private void both(
            String occasion, long person, String unit, Template template, Map<String, String> values, Instant now) {
        messages.give(new Told(occasion, Told.to(person), template, values, WORKER, now));
        messages.give(new Told(occasion, Told.to(Office.unit(unit)), template, values, UNIT, now));
    }
}
