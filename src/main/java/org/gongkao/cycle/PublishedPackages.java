package org.gongkao.cycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in force: published packages and confirmed amendments, as {@link Cycles} keeps them in memory. */
@Repository
class PublishedPackages {

    /** A published or archived package. */
    record Published(
            long id, String region, int year, int version, String state, String hash, String base, String overlay) {}

    /** A confirmed amendment with its new values by field. */
    record InForce(
            long id,
            long packageId,
            String lineRegion,
            int year,
            String region,
            int version,
            Instant effectiveAt,
            Map<String, String> changed) {}

    private final JdbcClient jdbc;

    PublishedPackages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Differs whenever anything in force does; cheap enough to ask each second. */
    String stamp() {
        return jdbc.sql("""
                select coalesce((select string_agg(id || state || hash, ',' order by id)
                                   from cycle.year_package where state <> 'DRAFTED'), '')
                       || '/' ||
                       coalesce((select string_agg(id || ':' || version || ':' || effective_at, ',' order by id)
                                   from cycle.amendment where state = 'CONFIRMED'), '')
                       || '/' ||
                       coalesce((select md5(string_agg(c.field || '=' || c.after_text, ',' order by a.id, c.position))
                                   from cycle.amendment_change c join cycle.amendment a on a.id = c.amendment_id
                                  where a.state = 'CONFIRMED'), '')
                """).query(String.class).single();
    }

    List<Published> packages() {
        return jdbc.sql("""
                select id, region, year, version, state, hash, base_text as base, overlay_text as overlay
                  from cycle.year_package
                 where state <> 'DRAFTED'
                 order by year, version
                """).query(Published.class).list();
    }

    List<InForce> amendments() {
        var changed = new LinkedHashMap<Long, Map<String, String>>();
        jdbc.sql("""
                select c.amendment_id, c.field, c.after_text
                  from cycle.amendment_change c join cycle.amendment a on a.id = c.amendment_id
                 where a.state = 'CONFIRMED'
                 order by c.amendment_id, c.position
                """).query(row -> {
            changed.computeIfAbsent(row.getLong(1), none -> new LinkedHashMap<>())
                    .put(row.getString(2), row.getString(3));
        });
        var list = new ArrayList<InForce>();
        jdbc.sql("""
                select a.id, a.package_id, p.region, p.year, a.region, a.version, a.effective_at
                  from cycle.amendment a join cycle.year_package p on p.id = a.package_id
                 where a.state = 'CONFIRMED'
                 order by a.version
                """).query(row -> {
            list.add(new InForce(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getTimestamp(7).toInstant(),
                    changed.getOrDefault(row.getLong(1), Map.of())));
        });
        return list;
    }

    /** A confirmed amendment as it was written, its fields without labels. */
    Optional<Amendment> amendment(long id) {
        var changes = jdbc.sql("""
                select field, '' as label, before_text as before, after_text as after
                  from cycle.amendment_change where amendment_id = :id
                 order by position
                """).param("id", id).query(Difference.class).list();
        return jdbc.sql("""
                select a.id, a.package_id, p.year, a.region, a.document_number, a.effective_at, a.version
                  from cycle.amendment a join cycle.year_package p on p.id = a.package_id
                 where a.id = :id and a.state = 'CONFIRMED'
                """)
                .param("id", id)
                .query((row, number) -> new Amendment(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getInt(7),
                        changes))
                .optional();
    }

    /** Publishes a package as the first of its region and year; does nothing where there has ever been one. */
    void publishFirst(Header header, String base, String overlay, String hash, Instant at) {
        jdbc.sql("""
                with line as (
                    insert into cycle.line (region, year, last_version) values (:region, :year, 1)
                    on conflict do nothing
                    returning region
                ), package as (
                    insert into cycle.year_package (region, year, version, name, state, base_text, overlay_text, hash,
                                                    drafted_by_name, drafted_at, published_at)
                    select region, :year, 1, :name, 'PUBLISHED', :base, :overlay, :hash, '系统', :at, :at from line
                    returning id
                )
                insert into cycle.act (package_id, act, reason, by_account, by_name, at)
                select id, 'PUBLISH', '随附方案，首次启动时发布', 0, '系统', :at from package
                """)
                .param("region", header.region())
                .param("year", header.year())
                .param("name", header.name())
                .param("base", base)
                .param("overlay", overlay)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .update();
    }
}
