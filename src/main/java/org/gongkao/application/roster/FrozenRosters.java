package org.gongkao.application.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkao.file.FileId;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Frozen versions and the stamped scans of them. Only ever added to. Callers have asked LiveRosters whether they may. */
@Repository
class FrozenRosters {

    private static final String VERSION = """
            select id, unit_code, year, version, content_hash as hash, reason, actor_name as by, frozen_at
              from application.roster_version
            """;

    private final JdbcClient jdbc;

    FrozenRosters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<RosterVersion> versions(String unitCode, int year) {
        return jdbc.sql(VERSION + " where unit_code = :unit and year = :year order by version desc")
                .param("unit", unitCode)
                .param("year", year)
                .query(RosterVersion.class)
                .list();
    }

    Optional<RosterVersion> latest(String unitCode, int year) {
        return versions(unitCode, year).stream().findFirst();
    }

    /** The latest of each of these units that has one. */
    Map<String, RosterVersion> latest(Collection<String> units, int year) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select distinct on (unit_code) id, unit_code, year, version, content_hash as hash, reason,
                               actor_name as by, frozen_at
                          from application.roster_version
                         where unit_code in (:units) and year = :year
                         order by unit_code, version desc
                        """).param("units", units).param("year", year).query(RosterVersion.class).list().stream()
                .collect(Collectors.toMap(RosterVersion::unitCode, version -> version));
    }

    /** Which of these versions have a stamped scan. */
    Set<Long> stamped(Collection<RosterVersion> versions) {
        if (versions.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("select distinct version_id from application.roster_scan where version_id in (:ids)")
                .param("ids", versions.stream().map(RosterVersion::id).toList())
                .query(Long.class)
                .set();
    }

    RosterVersion get(String unitCode, int year, int version) {
        return versions(unitCode, year).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Whether a unit has confirmed this file's line in any version. */
    boolean hasConfirmed(String application) {
        return jdbc.sql("""
                        select exists (select 1 from application.application a
                                         join application.roster_version v on v.unit_code = a.unit_code and v.year = a.year
                                         join application.roster_line l on l.version_id = v.id
                                              and l.application_number = a.number
                                        where a.number = :number)
                        """).param("number", application).query(Boolean.class).single();
    }

    Roster content(RosterVersion version) {
        var lines = jdbc.sql("""
                        select application_number, person_id, name, masked_number, number_corrections, sex, level,
                               occupation, paid_on
                          from application.roster_line where version_id = :id order by place
                        """)
                .param("id", version.id())
                .query((row, n) -> line(row))
                .list();
        return new Roster(version.unitCode(), version.year(), lines);
    }

    /** The next version. Two who freeze at once: the second is told, and sees the first one's. */
    RosterVersion add(Roster roster, int version, String reason, Actor by, Instant now) {
        try {
            long id = jdbc.sql("""
                            insert into application.roster_version
                                   (unit_code, year, version, content_hash, reason, office, account_id, actor_name, frozen_at)
                            values (:unit, :year, :version, :hash, :reason, :office, :account, :name, :now)
                            returning id
                            """)
                    .param("unit", roster.unitCode())
                    .param("year", roster.year())
                    .param("version", version)
                    .param("hash", roster.hash())
                    .param("reason", reason)
                    .param("office", by.office().toString())
                    .param("account", by.account())
                    .param("name", by.name())
                    .param("now", Timestamp.from(now))
                    .query(Long.class)
                    .single();
            addLines(id, roster);
            return get(roster.unitCode(), roster.year(), version);
        } catch (DuplicateKeyException second) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    private void addLines(long version, Roster roster) {
        int place = 0;
        for (var line : roster.lines()) {
            jdbc.sql("""
                    insert into application.roster_line (version_id, place, application_number, person_id, name,
                           masked_number, number_corrections, sex, level, occupation, paid_on)
                    values (:version, :place, :number, :person, :name, :masked, :corrections, :sex, :level, :occupation,
                           :paid)
                    """)
                    .param("version", version)
                    .param("place", ++place)
                    .param("number", line.number())
                    .param("person", line.person())
                    .param("name", line.name())
                    .param("masked", line.maskedNumber())
                    .param("corrections", line.numberCorrections())
                    .param("sex", line.sex())
                    .param("level", line.level().number())
                    .param("occupation", line.occupation())
                    .param("paid", line.paidOn())
                    .update();
        }
    }

    Optional<RosterScan> scan(RosterVersion version) {
        return jdbc.sql("""
                        select file_id, name, at from application.roster_scan
                         where version_id = :id order by id desc limit 1
                        """)
                .param("id", version.id())
                .query((row, n) -> new RosterScan(
                        new FileId(row.getLong("file_id")),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    void addScan(RosterVersion version, FileId file, String name, String sha256, Actor by, Instant now) {
        jdbc.sql("""
                insert into application.roster_scan (version_id, file_id, name, sha256, account_id, at)
                values (:version, :file, :name, :sha, :account, :now)
                """)
                .param("version", version.id())
                .param("file", file.value())
                .param("name", name)
                .param("sha", sha256)
                .param("account", by.account())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static RosterLine line(ResultSet row) throws SQLException {
        return new RosterLine(
                row.getString("application_number"),
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("masked_number"),
                row.getInt("number_corrections"),
                row.getString("sex"),
                Level.of(row.getInt("level")),
                row.getString("occupation"),
                row.getDate("paid_on").toLocalDate());
    }
}
