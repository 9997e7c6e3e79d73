package org.gongkao.sanction;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.organisation.Agency;
import org.gongkao.sanction.SanctionMoves.Move;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The cases and what was done to each. A case is before the agency that opened it and the one above, and before the person
 * once told; to everybody else it does not exist.
 */
@Repository
class SanctionRows {

    static final int SCREEN = 50;

    private static final String COLUMNS = """
            select s.id, s.number, s.person_id, s.agency_code, s.superior_code, s.package_id, s.year, s.filed_on, s.material,
                   s.facts, s.clause, s.state, s.version, s.handled_by, s.answer_until, s.decision, s.barred_from,
                   s.barred_until, s.opened_at
              from sanction.sanction s
            """;

    private static final String BEFORE_OFFICE = " where :office in (s.agency_code, s.superior_code)";

    private static final String BEFORE_PERSON = " where s.person_id = :person and s.answer_until is not null";

    private final JdbcClient jdbc;

    SanctionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an act changes besides the state. */
    record Outcome(
            @Nullable Instant answerUntil,
            @Nullable String decision,
            @Nullable Bar bar) {

        static Outcome unchanged(Sanction sanction) {
            return new Outcome(
                    sanction.answerUntil(), sanction.decision(), sanction.bar().orElse(null));
        }
    }

    /** 办理记录行。One line of a case's history with its words. */
    record Entry(
            SanctionAct act,
            SanctionState toState,
            String name,
            @Nullable String office,
            String reason,
            String clause,
            String document,
            @Nullable Instant endsAt,
            Instant at) {

        /** The same line with the words of the proposal that it decided. */
        Entry onGroundsOf(Entry proposal) {
            return new Entry(
                    act,
                    toState,
                    name,
                    office,
                    proposal.reason,
                    proposal.clause,
                    proposal.document,
                    proposal.endsAt,
                    at);
        }
    }

    Sanction get(String number, Actor by) {
        boolean office = by.officeText() != null;
        var found = jdbc.sql(COLUMNS + (office ? BEFORE_OFFICE : BEFORE_PERSON) + " and s.number = :number")
                .param("number", number);
        return (office ? found.param("office", by.office().code()) : found.param("person", by.person()))
                .query(Sanction.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The person's own cases of which the person was told, the newest first. */
    List<Sanction> own(Actor person) {
        return jdbc.sql(COLUMNS + BEFORE_PERSON + " order by s.id desc")
                .param("person", person.person())
                .query(Sanction.class)
                .list();
    }

    boolean hasOwn(Actor person) {
        return jdbc.sql("select exists (select 1 from sanction.sanction s" + BEFORE_PERSON + ")")
                .param("person", person.personId())
                .query(Boolean.class)
                .single();
    }

    Page<Sanction> list(Desk desk, @Nullable Long before, Actor by, Instant now) {
        var found = narrowed(COLUMNS, desk, before == null ? Long.MAX_VALUE : before, by, now, SCREEN + 1)
                .query(Sanction.class)
                .list();
        return found.size() <= SCREEN
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, SCREEN),
                        Long.toString(found.get(SCREEN - 1).id()));
    }

    /** By the whole number of the case, or the whole name. */
    List<Sanction> find(String term, Actor by) {
        return jdbc.sql(COLUMNS + BEFORE_OFFICE + """
                         and (s.number = :term
                              or s.person_id in (select p.id from person.v_person p where p.name = :term))
                       order by s.id desc
                       limit :limit
                      """)
                .param("office", by.office().code())
                .param("term", term)
                .param("limit", SCREEN)
                .query(Sanction.class)
                .list();
    }

    /** One person's cases before the officer's office. */
    List<Sanction> of(long person, Actor by) {
        return jdbc.sql(COLUMNS + BEFORE_OFFICE + " and s.person_id = :person order by s.id desc limit :limit")
                .param("office", by.office().code())
                .param("person", person)
                .param("limit", SCREEN)
                .query(Sanction.class)
                .list();
    }

    /** How many wait for this officer; counted no further than anybody would read. */
    int waiting(Actor by, Instant now) {
        return narrowed("select s.id from sanction.sanction s", Desk.MINE, Long.MAX_VALUE, by, now, 99)
                .query(Long.class)
                .list()
                .size();
    }

    private JdbcClient.StatementSpec narrowed(String select, Desk desk, long before, Actor by, Instant now, int limit) {
        var statement = jdbc.sql(select + BEFORE_OFFICE + desk.condition() + """
                         and s.id < :before
                       order by s.id desc
                       limit :limit
                      """)
                .param("office", by.office().code())
                .param("before", before)
                .param("limit", limit);
        if (desk.condition().contains(":now")) {
            statement = statement.param("now", Timestamp.from(now));
        }
        return desk.condition().contains(":account") ? statement.param("account", by.account()) : statement;
    }

    /** The bar that a person is under at an instant: of several the one that ends last. */
    Optional<Bar> bar(long person, Instant at) {
        return jdbc.sql("""
                select decision, barred_from as from, barred_until as until
                  from sanction.sanction
                 where person_id = :person and state in ('IMPOSED', 'CORRECTION_PROPOSED', 'REVOCATION_PROPOSED')
                   and barred_from <= :at and :at < barred_until
                 order by barred_until desc, id
                 limit 1
                """)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .query(Bar.class)
                .optional();
    }

    /** The decision as it stands, for who was told of it by its id. */
    Optional<Imposed> imposed(long id) {
        return jdbc.sql(COLUMNS + " where s.id = :id")
                .param("id", id)
                .query(Sanction.class)
                .optional()
                .flatMap(one -> one.bar().map(bar -> new Imposed(one.personId(), one.year(), bar)));
    }

    /** Nothing else that was decided on the same person is carried out until the transaction ends. */
    void hold(long person) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('sanctioned:' || :person, 0))")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void holdPersonOf(long id) {
        hold(jdbc.sql("select person_id from sanction.sanction where id = :id")
                .param("id", id)
                .query(Long.class)
                .single());
    }

    /** A decision that was revoked, with what still stands beside it. */
    Optional<Revoked> revoked(long id) {
        return jdbc.sql(COLUMNS + " where s.id = :id and s.state = 'REVOKED'")
                .param("id", id)
                .query(Sanction.class)
                .optional()
                .map(one -> new Revoked(
                        one.personId(), Objects.requireNonNullElse(one.decision(), ""), standing(one.personId())));
    }

    /** All decisions on a person that nobody has revoked, whether their bar still runs or not. */
    private List<Imposed> standing(long person) {
        return jdbc
                .sql(COLUMNS + " where s.person_id = :person")
                .param("person", person)
                .query(Sanction.class)
                .list()
                .stream()
                .flatMap(one -> one.bar().map(bar -> new Imposed(person, one.year(), bar)).stream())
                .toList();
    }

    String add(Lead lead, Agency agency, Cycle cycle, Actor by, Instant at) {
        long id = jdbc.sql("select nextval('sanction.sanction_id_seq')")
                .query(Long.class)
                .single();
        var number = Shanghai.day(at).format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%05d", id % 100_000);
        jdbc.sql("""
                insert into sanction.sanction (id, number, person_id, agency_code, superior_code, package_id, year, filed_on,
                                               material, facts, clause, state, handled_by, opened_at)
                values (:id, :number, :person, :agency, :superior, :package, :year, :filed, :material, :facts, :clause,
                        :state, :account, :at)
                """)
                .param("id", id)
                .param("number", number)
                .param("person", lead.personId())
                .param("agency", agency.code())
                .param("superior", agency.superior())
                .param("package", cycle.packageId())
                .param("year", cycle.year())
                .param("filed", lead.filedOn())
                .param("material", lead.material())
                .param("facts", lead.facts())
                .param("clause", lead.clause())
                .param("state", SanctionMoves.OPEN.to().name())
                .param("account", by.account())
                .param("at", Timestamp.from(at))
                .update();
        remember(id, SanctionMoves.OPEN, new Words(lead.facts(), lead.clause(), "", ""), by, at);
        return number;
    }

    /** Writes the new state and the line of history, or refuses when somebody moved it first. Gives the line's id. */
    long write(Sanction seen, Move move, Outcome outcome, Words words, Actor by, Instant at) {
        var bar = outcome.bar();
        int rows = jdbc.sql("""
                update sanction.sanction
                   set state = :to, version = version + 1, handled_by = :handled, answer_until = :answer,
                       decision = :decision, barred_from = coalesce(cast(:from as timestamptz), barred_from),
                       barred_until = coalesce(cast(:until as timestamptz), barred_until)
                 where id = :id and state = :state and version = :version
                """)
                .param("to", move.to().name())
                .param("handled", move.by() == Part.PERSON ? seen.handledBy() : by.account())
                .param("answer", timestamp(outcome.answerUntil()))
                .param("decision", outcome.decision())
                .param("from", bar == null ? null : Timestamp.from(bar.from()))
                .param("until", bar == null ? null : Timestamp.from(bar.until()))
                .param("id", seen.id())
                .param("state", seen.state().name())
                .param("version", seen.version())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        return remember(seen.id(), move, words, by, at);
    }

    /** In the order of the case. */
    List<Entry> acts(Sanction sanction) {
        return jdbc.sql("""
                select act, to_state, name, office, reason, clause, document, ends_at, at
                  from sanction.act where sanction_id = :id order by version
                """).param("id", sanction.id()).query(Entry.class).list();
    }

    private long remember(long id, Move move, Words words, Actor by, Instant at) {
        var from = move.from();
        return jdbc.sql("""
                insert into sanction.act (sanction_id, version, act, from_state, to_state, account, name, role, office, reason,
                                          clause, document, ends_at, at)
                select id, version, :act, :from, state, :account, :name, :role, :office, :reason, :clause, :document,
                       cast(:ends as timestamptz), :at
                  from sanction.sanction where id = :id
                returning id
                """)
                .param("id", id)
                .param("act", move.act().name())
                .param("from", from == null ? null : from.name())
                .param("account", by.account())
                .param("name", by.name())
                .param("role", by.role().name())
                .param("office", by.officeText())
                .param("reason", move.needs().reason() || from == null ? words.reason() : "")
                .param("clause", move.needs().clause() || from == null ? words.clause() : "")
                .param("document", move.needs().document() ? words.document() : "")
                .param("ends", move.needs().end() ? timestamp(words.endsAt()) : null)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
