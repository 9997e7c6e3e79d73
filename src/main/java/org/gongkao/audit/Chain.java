package org.gongkao.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seals, in the order of the chain, and the lines they stand for. */
@Repository
class Chain {

    /** Any number nobody else uses; two programs on one database must use the same. */
    private static final long SEALER_LOCK = 7_230_117_001L;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Chain(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** One link: its number, the line it seals and the hash over both and all before. */
    record Seal(long number, long lineId, String lineXid, byte[] hash) {

        static final Seal NONE = new Seal(0, 0, "0", Line.BEFORE_THE_FIRST);
    }

    /** A seal beside its line; the line is gone when somebody has deleted it. */
    record Link(Seal seal, @Nullable Line line) {}

    /** Taken until the transaction ends; false when another node is sealing. */
    boolean becomeTheOnlySealer() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", SEALER_LOCK)
                .query(Boolean.class)
                .single();
    }

    Seal last() {
        return jdbc.sql(
                        "select number, line_id, line_xid::text as line_xid, hash from audit.seal order by number desc limit 1")
                .query((row, at) -> seal(row))
                .optional()
                .orElse(Seal.NONE);
    }

    /**
     * The next lines that can no longer be overtaken. Every transaction below the oldest one still running has ended, so
     * a line of such a transaction that is not visible now never will be, and none can appear before these.
     */
    List<Line> settledAfter(Seal last, int atMost) {
        return jdbc.sql("""
                select l.id, l.xid::text as xid, l.kind, l.machine_at, l.business_at, l.account, l.role, l.office,
                       l.act, l.subject, l.detail
                  from audit.line l
                 where (l.xid, l.id) > (cast(:xid as xid8), :id)
                   and l.xid < pg_snapshot_xmin(pg_current_snapshot())
                 order by l.xid, l.id -- qualified: the column above is a text, by which 999 comes after 1000
                 limit :most
                """)
                .param("xid", last.lineXid())
                .param("id", last.lineId())
                .param("most", atMost)
                .query((row, at) -> Line.read(row))
                .list();
    }

    void add(List<Seal> seals, Instant now) {
        var at = Timestamp.from(now);
        template.batchUpdate(
                "insert into audit.seal (number, line_id, line_xid, hash, sealed_at) values (?, ?, cast(? as xid8), ?, ?)",
                seals,
                seals.size(),
                (statement, seal) -> {
                    statement.setLong(1, seal.number());
                    statement.setLong(2, seal.lineId());
                    statement.setString(3, seal.lineXid());
                    statement.setBytes(4, seal.hash());
                    statement.setTimestamp(5, at);
                });
    }

    /** The chain from a number on, each seal with its line. */
    List<Link> after(long number, int atMost) {
        return jdbc.sql("""
                select s.number, s.line_id, s.line_xid::text as line_xid, s.hash,
                       l.id, l.xid::text as xid, l.kind, l.machine_at, l.business_at, l.account, l.role, l.office,
                       l.act, l.subject, l.detail
                  from audit.seal s left join audit.line l on l.id = s.line_id
                 where s.number > :number
                 order by s.number
                 limit :most
                """)
                .param("number", number)
                .param("most", atMost)
                .query((row, at) -> new Link(seal(row), row.getObject("id") == null ? null : Line.read(row)))
                .list();
    }

    /** Lines behind the last seal: written, not yet sealed. */
    long unsealedAfter(Seal last) {
        return jdbc.sql("select count(*) from audit.line where (xid, id) > (cast(:xid as xid8), :id)")
                .param("xid", last.lineXid())
                .param("id", last.lineId())
                .query(Long.class)
                .single();
    }

    /** A line that stands before the last seal and has none: slipped in afterwards. */
    @Nullable
    Long slippedInBefore(Seal last) {
        return jdbc.sql("""
                select l.id
                  from audit.line l
                 where (l.xid, l.id) <= (cast(:xid as xid8), :id)
                   and not exists (select 1 from audit.seal s where s.line_id = l.id)
                 order by l.xid, l.id
                 limit 1
                """)
                .param("xid", last.lineXid())
                .param("id", last.lineId())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getLong("number"), row.getLong("line_id"), row.getString("line_xid"), row.getBytes("hash"));
    }
}
