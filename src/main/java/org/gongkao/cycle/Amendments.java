package org.gongkao.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Amendments as an administrator sees them: those of the regions that the administrator's agency covers. */
@Repository
class Amendments {

    private static final String COLUMNS = """
            select a.id, a.package_id, a.region, a.document_number, a.reason, a.wanted_from, a.state, a.version,
                   a.effective_at, a.row_version, a.proposed_by, a.proposed_by_name, a.proposed_at, a.decided_by_name
              from cycle.amendment a
            """;

    private final JdbcClient jdbc;

    Amendments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long propose(
            YearPackage of,
            AmendmentForm form,
            List<Difference> changes,
            @Nullable Instant wanted,
            Actor by,
            Instant at) {
        long id = jdbc.sql("""
                insert into cycle.amendment (package_id, region, document_number, reason, wanted_from, state,
                                             proposed_by, proposed_by_name, proposed_at)
                values (:package, :region, :number, :reason, :wanted, 'PROPOSED', :by, :name, :at)
                returning id
                """)
                .param("package", of.id())
                .param("region", form.region())
                .param("number", form.documentNumber())
                .param("reason", form.reason())
                .param("wanted", wanted == null ? null : Timestamp.from(wanted))
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        int position = 0;
        for (var change : changes) {
            position++;
            jdbc.sql("""
                    insert into cycle.amendment_change (amendment_id, position, field, before_text, after_text)
                    values (:id, :position, :field, :before, :after)
                    """)
                    .param("id", id)
                    .param("position", position)
                    .param("field", change.field())
                    .param("before", change.before())
                    .param("after", change.after())
                    .update();
        }
        return id;
    }

    List<ProposedAmendment> of(YearPackage of, Actor by) {
        return jdbc.sql(COLUMNS + """
                 join cycle.year_package p on p.id = a.package_id
                where (p.region, p.year) = (:region, :year) and a.region like :own || '%'
                order by a.id desc
                """)
                .param("region", of.region())
                .param("year", of.year())
                .param("own", YearPackages.own(by))
                .query(this::row)
                .list();
    }

    ProposedAmendment get(long id, Actor by) {
        return jdbc.sql(COLUMNS + " where a.id = :id and a.region like :own || '%'")
                .param("id", id)
                .param("own", YearPackages.own(by))
                .query(this::row)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** How many wait for this person: proposed by somebody else. */
    int waitingFor(Actor by) {
        return jdbc.sql("""
                select count(*) from cycle.amendment
                 where state = 'PROPOSED' and proposed_by <> :by and region like :own || '%'
                """)
                .param("by", by.account())
                .param("own", YearPackages.own(by))
                .query(Integer.class)
                .single();
    }

    void decide(
            ProposedAmendment seen,
            AmendmentState to,
            @Nullable Integer version,
            @Nullable Instant effective,
            Actor by,
            Instant at) {
        int rows = jdbc.sql("""
                update cycle.amendment
                   set state = :to, version = :version, effective_at = :effective, decided_by = :by,
                       decided_by_name = :name, decided_at = :at, row_version = row_version + 1
                 where id = :id and state = 'PROPOSED' and row_version = :seen
                """)
                .param("to", to.name())
                .param("version", version)
                .param("effective", effective == null ? null : Timestamp.from(effective))
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .param("id", seen.id())
                .param("seen", seen.rowVersion())
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    private ProposedAmendment row(ResultSet row, int number) throws SQLException {
        var wanted = row.getTimestamp("wanted_from");
        var effective = row.getTimestamp("effective_at");
        long id = row.getLong("id");
        return new ProposedAmendment(
                id,
                row.getLong("package_id"),
                row.getString("region"),
                row.getString("document_number"),
                row.getString("reason"),
                wanted == null ? null : wanted.toInstant(),
                AmendmentState.valueOf(row.getString("state")),
                row.getObject("version", Integer.class),
                effective == null ? null : effective.toInstant(),
                row.getInt("row_version"),
                row.getLong("proposed_by"),
                row.getString("proposed_by_name"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decided_by_name"),
                changes(id));
    }

    private List<Difference> changes(long id) {
        return jdbc.sql("""
                select field, '' as label, before_text as before, after_text as after
                  from cycle.amendment_change where amendment_id = :id order by position
                """).param("id", id).query(Difference.class).list();
    }
}
