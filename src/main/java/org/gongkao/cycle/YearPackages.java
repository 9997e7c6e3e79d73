package org.gongkao.cycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Line;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Year packages as an administrator sees them: those of the regions that the administrator's agency covers. */
@Repository
class YearPackages {

    private static final String COLUMNS = """
            select id, region, year, version, name, state, base_text, overlay_text, hash, row_version,
                   drafted_by_name, drafted_at, published_at
              from cycle.year_package
            """;

    private final JdbcClient jdbc;

    YearPackages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<YearPackage> all(Actor by) {
        return jdbc.sql(COLUMNS
                        + " where region like :own || '%' order by year desc, version desc nulls first, id desc")
                .param("own", own(by))
                .query(YearPackage.class)
                .list();
    }

    YearPackage get(long id, Actor by) {
        return jdbc.sql(COLUMNS + " where id = :id and region like :own || '%'")
                .param("id", id)
                .param("own", own(by))
                .query(YearPackage.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** A published package and those published after it for its year: an amendment holds for them all. */
    List<YearPackage> since(YearPackage published) {
        return jdbc.sql(COLUMNS + """
                where (region, year) = (:region, :year) and state = 'PUBLISHED' and version >= :version
                order by version
                """)
                .param("region", published.region())
                .param("year", published.year())
                .param("version", published.version())
                .query(YearPackage.class)
                .list();
    }

    long draft(Header header, String base, String overlay, String hash, Actor by, Instant at) {
        return jdbc.sql("""
                insert into cycle.year_package (region, year, name, state, base_text, overlay_text, hash,
                                                drafted_by_name, drafted_at)
                values (:region, :year, :name, 'DRAFTED', :base, :overlay, :hash, :by, :at)
                returning id
                """)
                .param("region", header.region())
                .param("year", header.year())
                .param("name", header.name())
                .param("base", base)
                .param("overlay", overlay)
                .param("hash", hash)
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void revise(YearPackage seen, Header header, String base, String overlay, String hash) {
        changed(jdbc.sql("""
                update cycle.year_package
                   set region = :region, year = :year, name = :name, base_text = :base, overlay_text = :overlay,
                       hash = :hash, row_version = row_version + 1
                 where id = :id and state = 'DRAFTED' and row_version = :seen
                """)
                .param("region", header.region())
                .param("year", header.year())
                .param("name", header.name())
                .param("base", base)
                .param("overlay", overlay)
                .param("hash", hash)
                .param("id", seen.id())
                .param("seen", seen.rowVersion())
                .update());
    }

    void publish(YearPackage seen, int version, Instant at) {
        changed(jdbc.sql("""
                update cycle.year_package
                   set state = 'PUBLISHED', version = :version, published_at = :at, row_version = row_version + 1
                 where id = :id and state = 'DRAFTED' and row_version = :seen
                """)
                .param("version", version)
                .param("at", Timestamp.from(at))
                .param("id", seen.id())
                .param("seen", seen.rowVersion())
                .update());
    }

    void archive(YearPackage seen) {
        changed(jdbc.sql("""
                update cycle.year_package set state = 'ARCHIVED', row_version = row_version + 1
                 where id = :id and state = 'PUBLISHED' and row_version = :seen
                """)
                .param("id", seen.id())
                .param("seen", seen.rowVersion())
                .update());
    }

    /** The next number of a line; the row stays locked until the transaction ends, so numbers have no gaps and no twins. */
    int nextVersion(String region, int year) {
        return jdbc.sql("""
                insert into cycle.line (region, year, last_version) values (:region, :year, 1)
                on conflict (region, year) do update set last_version = cycle.line.last_version + 1
                returning last_version
                """)
                .param("region", region)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void act(
            long packageId,
            @org.jspecify.annotations.Nullable Long amendmentId,
            String act,
            String reason,
            Actor by,
            Instant at) {
        jdbc.sql("""
                insert into cycle.act (package_id, amendment_id, act, reason, by_account, by_name, at)
                values (:package, :amendment, :act, :reason, :account, :name, :at)
                """)
                .param("package", packageId)
                .param("amendment", amendmentId)
                .param("act", act)
                .param("reason", reason)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What was done to a package, the latest first. */
    List<Line> history(YearPackage of) {
        return jdbc.sql("select act, reason, by_name, at from cycle.act where package_id = :id order by id desc")
                .param("id", of.id())
                .query((row, number) -> new Line(
                        Shanghai.minute(row.getTimestamp("at").toInstant()),
                        label(row.getString("act")) + " · " + row.getString("by_name")
                                + (row.getString("reason").isEmpty() ? "" : "：" + row.getString("reason"))))
                .list();
    }

    private static String label(String act) {
        for (var one : CycleAct.values()) {
            if (one.name().equals(act)) {
                return one.label();
            }
        }
        return AmendmentMoves.Act.valueOf(act).label();
    }

    /** The part of a region's code that all regions of the actor's agency begin with. */
    static String own(Actor by) {
        return Regions.stem(by.office().code());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }
}
