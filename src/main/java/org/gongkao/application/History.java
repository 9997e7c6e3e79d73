package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.application.Application.Moved;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 办理记录。One line for every act on a file, written with it and never changed. */
@Repository
public class History {

    /** 办理意见。What an officer gives with an act: why, by which clause, and for a unit who answers for it. */
    public record Words(String reason, String clause, String responsible) {
        public static final Words NONE = new Words("", "", "");

        public static Words of(String reason) {
            return new Words(reason, "", "");
        }
    }

    /** 办理记录行。An act as the file shows it. */
    public record Entry(
            long id,
            String act,
            String fromState,
            String toState,
            @Nullable String office,
            long accountId,
            @Nullable Long personId,
            String actorName,
            String role,
            String reason,
            String clause,
            String responsible,
            Instant at) {

        public String label() {
            return Act.valueOf(act).label();
        }
    }

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(Moved moved, Words words, Instant at) {
        return jdbc.sql("""
                insert into application.act (application_id, act, from_state, to_state, tier, office, account_id,
                       person_id, actor_name, role, reason, clause, responsible, at, from_holder, held_since)
                values (:application, :act, :from, :to, :tier, :office, :account, :person, :name, :role, :reason,
                       :clause, :responsible, :at, :holder, :since)
                returning id
                """)
                .param("application", moved.from().id())
                .param("act", moved.act().name())
                .param("from", moved.from().state().name())
                .param("to", moved.to().state().name())
                .param("tier", moved.from().progress().tier())
                .param("office", moved.by().officeText())
                .param("account", moved.by().account())
                .param("person", moved.by().personId())
                .param("name", moved.by().name())
                .param("role", moved.by().role().name())
                .param("reason", words.reason())
                .param("clause", words.clause())
                .param("responsible", words.responsible())
                .param("at", Applications.time(at))
                .param("holder", Applications.text(moved.from().progress().holder()))
                .param("since", Applications.time(moved.from().progress().heldSince()))
                .query(Long.class)
                .single();
    }

    public List<Entry> of(Application application) {
        return jdbc.sql("""
                select id, act, from_state, to_state, office, account_id, person_id, actor_name, role, reason, clause,
                       responsible, at
                  from application.act where application_id = :id order by id
                """).param("id", application.id()).query(Entry.class).list();
    }

    /** The offices whose last decision on the file was to let it pass. */
    public Set<String> approvedBy(Application application) {
        return jdbc.sql("""
                select office from (
                    select distinct on (office) office, act from application.act
                     where application_id = :id and office is not null
                       and act in ('APPROVE', 'RETURN', 'REJECT')
                     order by office, id desc) last
                 where act = 'APPROVE'
                """).param("id", application.id()).query(String.class).set();
    }

    /** Where the file stood when it last ended by itself. */
    Optional<ApplicationState> lapsedFrom(Application application) {
        return jdbc.sql("""
                select from_state from application.act
                 where application_id = :id and act = 'LAPSE' order by id desc limit 1
                """)
                .param("id", application.id())
                .query(ApplicationState.class)
                .optional();
    }

    /** 取消前。Where a decision took a file from, and when. */
    record Taken(ApplicationState state, @Nullable Office holder, Instant at) {}

    /** The newest time that a decision took the file away. */
    Taken taken(Application application) {
        return jdbc.sql("""
                select from_state, from_holder, at from application.act
                 where application_id = :id and act = 'CANCEL' order by id desc limit 1
                """)
                .param("id", application.id())
                .query((row, number) -> {
                    var holder = row.getString("from_holder");
                    return new Taken(
                            ApplicationState.valueOf(row.getString("from_state")),
                            holder == null ? null : Office.parse(holder),
                            row.getTimestamp("at").toInstant());
                })
                .single();
    }

    /** Whether the person behind this account has decided on the file for another office, under whatever account. */
    boolean decidedElsewhere(Application application, Actor officer) {
        return jdbc.sql("""
                select exists (select 1 from application.act
                 where application_id = :id and office <> :office
                   and act in (:deciding) and (account_id = :account or person_id = :person))
                """)
                .param("id", application.id())
                .param("office", officer.officeText())
                .param("deciding", DECIDING)
                .param("account", officer.account())
                .param("person", officer.personId())
                .query(Boolean.class)
                .single();
    }

    /** Whether this officer, with whatever account, took the newest decision to reject the file. */
    boolean isRejectedBy(Application application, Actor officer) {
        return jdbc.sql("""
                select account_id = :account or coalesce(person_id = :person, false) from application.act
                 where application_id = :id and act = 'REJECT' order by id desc limit 1
                """)
                .param("id", application.id())
                .param("account", officer.account())
                .param("person", officer.personId())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static final Set<String> DECIDING = java.util.Arrays.stream(Act.values())
            .filter(Act::decides)
            .map(Act::name)
            .collect(Collectors.toUnmodifiableSet());
}
