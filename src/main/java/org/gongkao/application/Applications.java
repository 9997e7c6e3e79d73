package org.gongkao.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.Application.Moved;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 申报案卷。Where applications are kept. There is no read without an actor: what is not the actor's to see is not found. */
@Repository
public class Applications {

    /** A draft is of the unit where its worker stands now; what was handed in, of the one on its route. */
    static final String COLUMNS = """
            a.id, a.number, a.person_id, a.year, a.package_id, a.level, a.occupation,
            coalesce((select w.unit_code from worker.v_worker w where a.state = 'DRAFT' and w.person_id = a.person_id),
                     a.unit_code) as unit_code, a.route, a.overseer,
            a.submitted_at, a.content_hash, a.state, a.tier, a.holder, a.held_since, a.sent_back_by, a.objected,
            a.corrected, a.review_until, a.correction_until, a.payment_until, a.objection_until, a.registration_until,
            a.version
            """;

    /**
     * The worker's own file; for an office, a file on whose frozen route it stands, or one it oversees. What its worker has
     * taken back to change is the worker's alone again.
     */
    private static final String VISIBLE = """
            (a.person_id = :person or :system or a.state <> 'DRAFT'
                and (:office = any (a.route) or a.overseer = :office or a.holder = :office))
            """;

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Application get(String number, Actor by) {
        return visible("a.number = :key", number, by).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    public Application get(long id, Actor by) {
        return visible("a.id = :key", id, by).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The worker's one file of the year that is not withdrawn; the newest withdrawn one where there is no other. */
    public Optional<Application> ofWorker(int year, Actor worker) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.application a
                 where a.person_id = :person and a.year = :year
                 order by (a.state <> 'WITHDRAWN') desc, a.id desc
                 limit 1
                """)
                .param("person", worker.person())
                .param("year", year)
                .query(Applications::row)
                .optional();
    }

    /**
     * What a clerk fills in for its worker, who stands at the clerk's unit: while the file is in the worker's hand, and when
     * its time has run out there, so that what was typed stays readable.
     */
    public Optional<Application> assisted(String number, Actor clerk) {
        return assisted("a.number = :key", number, clerk);
    }

    /** The same by person, in one year. */
    public Optional<Application> assisted(int year, long person, Actor clerk) {
        return assisted("a.person_id = :key and a.year = " + year, person, clerk);
    }

    private Optional<Application> assisted(String where, Object key, Actor clerk) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.application a
                  join application.assistance s on s.application_id = a.id and s.ended_at is null
                  join worker.v_worker w on w.person_id = a.person_id
                 where a.state in ('DRAFT', 'RETURNED', 'LAPSED') and s.office = :office
                   and w.unit_code = :unit and w.standing = 'CONFIRMED' and
                """ + where)
                .param("key", key)
                .param("office", clerk.office().toString())
                .param("unit", clerk.office().code())
                .query(Applications::row)
                .optional();
    }

    /** Whether a file is on its way through the offices, and nothing of it payable. */
    boolean isReviewed(String number) {
        return jdbc.sql("""
                select exists (select 1 from application.application
                 where number = :number and state in ('IN_REVIEW', 'RETURNED', 'REJECTED', 'OBJECTED', 'REJECTED_FINALLY'))
                """).param("number", number).query(Boolean.class).single();
    }

    /** All of a person's files from this year on, the oldest first. */
    List<Application> ofPerson(long person, int fromYear) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.application a where a.person_id = :person and a.year >= :year order by a.id
                """)
                .param("person", person)
                .param("year", fromYear)
                .query(Applications::row)
                .list();
    }

    /** A person's files that a decision has taken away, of this year and later ones. */
    List<Application> cancelled(long person, int fromYear) {
        return ofPerson(person, fromYear).stream()
                .filter(one -> one.state() == ApplicationState.CANCELLED)
                .toList();
    }

    private Optional<Application> visible(String where, Object key, Actor by) {
        return jdbc.sql("select " + COLUMNS + " from application.application a where " + where + " and " + VISIBLE)
                .param("key", key)
                .param("person", by.role() == Role.WORKER ? by.personId() : null)
                .param("office", by.officeText())
                .param("system", by.role() == Role.SYSTEM)
                .query(Applications::row)
                .optional();
    }

    /** Begins a draft, or refuses because the person has one: the unique index decides between simultaneous requests. */
    public Application begin(Application draft, Instant at) {
        try {
            var number = jdbc.sql("""
                    insert into application.application
                           (number, person_id, year, package_id, state, level, occupation, unit_code, created_at, changed_at)
                    values (:year || lpad(nextval('application.application_number')::text, 7, '0'),
                            :person, :year, :package, 'DRAFT', :level, :occupation, :unit, :at, :at)
                    returning number
                    """)
                    .param("person", draft.personId())
                    .param("year", draft.year())
                    .param("package", draft.packageId())
                    .param("level", draft.level().number())
                    .param("occupation", draft.occupation())
                    .param("unit", draft.unitCode())
                    .param("at", time(at))
                    .query(String.class)
                    .single();
            return get(number, Actor.SYSTEM);
        } catch (DuplicateKeyException one) {
            throw new Refusal(ApplicationRefusal.ALREADY_APPLIED);
        }
    }

    /** Writes where the file now stands, or refuses when somebody moved it first. */
    void write(Moved moved, @Nullable Filing filing, Instant at) {
        var to = moved.to();
        var frozen = filing == null ? moved.from().filing() : filing;
        var rows = jdbc.sql("""
                update application.application
                   set state = :state, tier = :tier, holder = :holder, held_since = :since, sent_back_by = :sentBackBy,
                       objected = :objected, corrected = :corrected, review_until = :review,
                       correction_until = :correction, payment_until = :payment, objection_until = :objection,
                       registration_until = :registration, unit_code = :unit,
                       route = :route, authority = :authority, department_code = :department, overseer = :overseer,
                       submitted_at = :submitted, content_hash = :hash, changed_at = :at, version = version + 1
                 where id = :id and state = :from and version = :version
                """)
                .param("state", to.state().name())
                .param("tier", to.tier())
                .param("holder", text(to.holder()))
                .param("since", time(to.heldSince()))
                .param("sentBackBy", to.sentBackBy())
                .param("objected", to.objected())
                .param("corrected", to.own().corrected())
                .param("review", time(to.own().reviewUntil()))
                .param("correction", time(to.own().correctionUntil()))
                .param("payment", time(to.own().paymentUntil()))
                .param("objection", time(to.own().objectionUntil()))
                .param("registration", time(to.own().registrationUntil()))
                .param("unit", filing == null ? moved.from().unitCode() : filing.unitCode())
                .param("route", frozen == null ? new String[0] : texts(frozen.route()))
                .param("authority", frozen == null ? null : text(frozen.authority()))
                .param(
                        "department",
                        frozen == null
                                ? null
                                : frozen.department().map(Office::code).orElse(null))
                .param("overseer", frozen == null ? null : text(frozen.overseer()))
                .param("submitted", frozen == null ? null : time(frozen.submittedAt()))
                .param("hash", frozen == null ? null : frozen.contentHash())
                .param("at", time(at))
                .param("id", moved.from().id())
                .param("from", moved.from().state().name())
                .param("version", moved.from().version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    /** Lists find a draft where its worker stands now; a page that showed another unit is seen to be old. */
    void place(Application draft) {
        jdbc.sql("""
                update application.application set unit_code = :unit, version = version + 1
                 where id = :id and state = 'DRAFT' and unit_code <> :unit
                """).param("unit", draft.unitCode()).param("id", draft.id()).update();
    }

    /** Counts the version up, so that a second officer's or a second tab's screen is seen to be old. */
    public void touch(Application seen, Instant at) {
        var rows = jdbc.sql("""
                update application.application set version = version + 1, changed_at = :at
                 where id = :id and state = :state and version = :version
                """)
                .param("at", time(at))
                .param("id", seen.id())
                .param("state", seen.state().name())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    static Application row(ResultSet row, int number) throws SQLException {
        var holder = row.getString("holder");
        var holding = holder == null ? null : Office.parse(holder);
        var own = new Timing.OwnDates(
                holding == null ? null : holding.kind(),
                row.getBoolean("corrected"),
                instant(row, "review_until"),
                instant(row, "correction_until"),
                instant(row, "payment_until"),
                instant(row, "objection_until"),
                instant(row, "registration_until"));
        var progress = new Progress(
                ApplicationState.valueOf(row.getString("state")),
                row.getInt("tier"),
                holding,
                instant(row, "held_since"),
                row.getInt("sent_back_by"),
                row.getBoolean("objected"),
                own);
        return new Application(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("person_id"),
                row.getInt("year"),
                row.getLong("package_id"),
                Level.of(row.getInt("level")),
                row.getString("occupation"),
                row.getString("unit_code"),
                filing(row),
                progress,
                row.getInt("version"));
    }

    private static @Nullable Filing filing(ResultSet row) throws SQLException {
        var submitted = instant(row, "submitted_at");
        var hash = row.getString("content_hash");
        if (submitted == null || hash == null) {
            return null;
        }
        var overseer = row.getString("overseer");
        var route = Arrays.stream((String[]) row.getArray("route").getArray())
                .map(Office::parse)
                .toList();
        return new Filing(route, overseer == null ? null : Office.parse(overseer), submitted, hash);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    public static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static @Nullable String text(@Nullable Office office) {
        return office == null ? null : office.toString();
    }

    private static String[] texts(List<Office> route) {
        return route.stream().map(Office::toString).toArray(String[]::new);
    }
}
