package org.gongkao.application.closing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.closing.Report.Listed;
import org.gongkao.application.closing.Report.Member;
import org.gongkao.application.closing.Report.Waiting;
import org.gongkao.file.FileId;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reported versions with all that they say, and their stamped scans. Only ever added to. Callers have asked {@link Reporters}. */
@Repository
class ClosedVersions {

    /** Numbers written with one statement. */
    private static final int AT_ONCE = 5_000;

    private static final String VERSION = """
            select id, closing_id, version, content_hash as hash, occasion, responsible, total, actor_name as by, closed_at
              from application.closing_version where closing_id = :closing
            """;

    static final String LINES = """
            select application_number as number, level, occupation, conclusion
              from application.closing_line
             where version_id = :version and application_number > :after
             order by application_number
             limit :limit
            """;

    /** 盖章扫描件。The stamped paper of one version. */
    record Scan(FileId file, String name, Instant at) {}

    private final JdbcClient jdbc;

    ClosedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<ClosedVersion> of(Closing closing) {
        return jdbc.sql(VERSION + " order by version desc")
                .param("closing", closing.id())
                .query(ClosedVersion.class)
                .list();
    }

    ClosedVersion get(Closing closing, int version) {
        return jdbc.sql(VERSION + " and version = :version")
                .param("closing", closing.id())
                .param("version", version)
                .query(ClosedVersion.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The whole of it, as it was hashed. */
    Report report(Closing closing, ClosedVersion version) {
        return new Report(
                closing.agencyCode(),
                closing.year(),
                version.version(),
                version.responsible(),
                version.closedAt(),
                outstanding(version),
                members(version),
                lines(version, "", Integer.MAX_VALUE - 1).rows());
    }

    Page<Listed> lines(ClosedVersion version, String after, int atMost) {
        var found = jdbc.sql(LINES)
                .param("version", version.id())
                .param("after", after)
                .param("limit", atMost + 1)
                .query(Listed.class)
                .list();
        return found.size() <= atMost
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, atMost), found.get(atMost - 1).number());
    }

    Figures figures(ClosedVersion version) {
        return new Figures(jdbc.sql("""
                select level, occupation, conclusion, count(*)::int as files
                  from application.closing_line where version_id = :version group by 1, 2, 3
                """)
                .param("version", version.id())
                .query(Figures.Cell.class)
                .list());
    }

    List<Member> members(ClosedVersion version) {
        return jdbc.sql("""
                select agency_code, member_version, content_hash, total, approved, rejected
                  from application.closing_member where version_id = :version order by agency_code
                """).param("version", version.id()).query(Member.class).list();
    }

    List<Waiting> outstanding(ClosedVersion version) {
        return jdbc.sql(
                        "select label, files from application.closing_outstanding where version_id = :version order by place")
                .param("version", version.id())
                .query(Waiting.class)
                .list();
    }

    void add(Closing closing, Report report, String occasion, Actor by) {
        long id = jdbc.sql("""
                insert into application.closing_version (closing_id, version, content_hash, occasion, responsible, total,
                       account_id, actor_name, closed_at)
                values (:closing, :version, :hash, :occasion, :responsible, :total, :account, :name, :at)
                returning id
                """)
                .param("closing", closing.id())
                .param("version", report.version())
                .param("hash", report.hash())
                .param("occasion", occasion)
                .param("responsible", report.responsible())
                .param("total", report.lines().size())
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(report.closedAt()))
                .query(Long.class)
                .single();
        for (int from = 0; from < report.lines().size(); from += AT_ONCE) {
            addLines(id, report.lines().subList(from, Math.min(report.lines().size(), from + AT_ONCE)));
        }
        report.members().forEach(member -> addMember(id, member));
        int place = 0;
        for (var one : report.outstanding()) {
            jdbc.sql("""
                    insert into application.closing_outstanding (version_id, place, label, files)
                    values (:version, :place, :label, :files)
                    """)
                    .param("version", id)
                    .param("place", ++place)
                    .param("label", one.label())
                    .param("files", one.files())
                    .update();
        }
    }

    private void addLines(long version, List<Listed> lines) {
        jdbc.sql("""
                insert into application.closing_line (version_id, application_number, level, occupation, conclusion)
                select :version, number, level, occupation, conclusion
                  from unnest(cast(:numbers as text[]), cast(:levels as int[]), cast(:occupations as text[]),
                              cast(:conclusions as text[])) line (number, level, occupation, conclusion)
                """)
                .param("version", version)
                .param("numbers", lines.stream().map(Listed::number).toArray(String[]::new))
                .param("levels", lines.stream().map(Listed::level).toArray(Integer[]::new))
                .param("occupations", lines.stream().map(Listed::occupation).toArray(String[]::new))
                .param(
                        "conclusions",
                        lines.stream().map(line -> line.conclusion().name()).toArray(String[]::new))
                .update();
    }

    private void addMember(long version, Member member) {
        jdbc.sql("""
                insert into application.closing_member (version_id, agency_code, member_version, content_hash, total,
                       approved, rejected)
                values (:version, :agency, :member, :hash, :total, :approved, :rejected)
                """)
                .param("version", version)
                .param("agency", member.agencyCode())
                .param("member", member.memberVersion())
                .param("hash", member.contentHash())
                .param("total", member.total())
                .param("approved", member.approved())
                .param("rejected", member.rejected())
                .update();
    }

    Optional<Scan> scan(ClosedVersion version) {
        return jdbc.sql("""
                select file_id, name, at from application.closing_scan where version_id = :id order by id desc limit 1
                """)
                .param("id", version.id())
                .query((row, n) -> new Scan(
                        new FileId(row.getLong("file_id")),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    void addScan(ClosedVersion version, FileId file, String name, String sha256, Actor by, Instant now) {
        jdbc.sql("""
                insert into application.closing_scan (version_id, file_id, name, sha256, account_id, at)
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
}
