package org.gongkao.cycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in force: published packages and confirmed amendments, as {@link Cycles} keeps them in memory. */
@Repository
class PublishedPackages {

    /** A published or archived package. */
    record Published(
            long id, String region, int year, int version, String state, String hash, String base, String overlay) {}

    /** A confirmed amendment, and the line of packages that it changes. */
    record InForce(Amendment told, String lineRegion) {

        Map<String, String> changed() {
            var changed = new LinkedHashMap<String, String>();
            told.changes().forEach(change -> changed.put(change.field(), change.after()));
            return changed;
        }
    }

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
                       coalesce((select string_agg(id || ':' || version || ':' || region || ':' || effective_at, ',' order by id)
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

    /** All confirmed amendments in the order of their versions, their fields without labels. */
    List<InForce> amendments() {
        var changes = new LinkedHashMap<Long, List<Difference>>();
        jdbc.sql("""
                select c.amendment_id, c.field, c.before_text, c.after_text
                  from cycle.amendment_change c join cycle.amendment a on a.id = c.amendment_id
                 where a.state = 'CONFIRMED'
                 order by c.amendment_id, c.position
                """).query(row -> {
            changes.computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                    .add(new Difference(row.getString(2), "", row.getString(3), row.getString(4)));
        });
        return jdbc.sql("""
                select a.id, a.package_id, p.year, a.region, a.document_number, a.effective_at, a.version, p.region
                  from cycle.amendment a join cycle.year_package p on p.id = a.package_id
                 where a.state = 'CONFIRMED'
                 order by a.version
                """)
                .query((row, number) -> new InForce(
                        new Amendment(
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3),
                                row.getString(4),
                                row.getString(5),
                                row.getTimestamp(6).toInstant(),
                                row.getInt(7),
                                changes.getOrDefault(row.getLong(1), List.of())),
                        row.getString(8)))
                .list();
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
