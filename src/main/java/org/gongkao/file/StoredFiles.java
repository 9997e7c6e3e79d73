package org.gongkao.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gongkao.file.Contents.Incoming;
import org.gongkao.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows about files. */
@Repository
class StoredFiles {

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever adds or removes a row of a content waits here, so that no content is removed while it is sent anew. */
    void lock(String sha256) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha, 0))::text")
                .param("sha", sha256)
                .query(String.class)
                .list();
    }

    FileId add(String name, Sniffed sniffed, Incoming incoming, @Nullable String scanner, Actor by, Instant at) {
        return new FileId(jdbc.sql("""
                insert into file.file (name, type, bytes, sha256, width, height, pages, scanned_by, received_by, received_at)
                values (:name, :type, :bytes, :sha, :width, :height, :pages, :scanner, :by, :at)
                returning id
                """)
                .param("name", name)
                .param("type", sniffed.type().name())
                .param("bytes", incoming.bytes())
                .param("sha", incoming.sha256())
                .param("width", sniffed.width())
                .param("height", sniffed.height())
                .param("pages", sniffed.pages())
                .param("scanner", scanner)
                .param("by", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    /** Claims it for a subject, once, and only by the one who sent it. */
    boolean claim(FileId id, String subject, Actor by) {
        return jdbc.sql("""
                update file.file set state = 'CLAIMED', subject = :subject
                 where id = :id and received_by = :by and state = 'RECEIVED'
                """)
                        .param("id", id.value())
                        .param("by", by.account())
                        .param("subject", subject)
                        .update()
                == 1;
    }

    boolean release(FileId id, String subject) {
        return jdbc.sql("""
                update file.file set state = 'RELEASED' where id = :id and state = 'CLAIMED' and subject = :subject
                """).param("id", id.value()).param("subject", subject).update() == 1;
    }

    Optional<FileCard> find(FileId id) {
        return jdbc.sql("""
                select id, name, type, bytes, sha256, width, height, pages, received_at from file.file where id = :id
                """).param("id", id.value()).query(StoredFiles::card).optional();
    }

    /** Uploads that nobody claimed, and claimed ones that were let go again. */
    List<FileCard> due(Instant before) {
        return jdbc.sql("""
                select id, name, type, bytes, sha256, width, height, pages, received_at
                  from file.file
                 where state in ('RECEIVED', 'RELEASED') and received_at < :before
                 order by id limit 500
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(StoredFiles::card)
                .list();
    }

    /** False when it was claimed in between. */
    boolean drop(FileId id) {
        return jdbc.sql("delete from file.file where id = :id and state in ('RECEIVED', 'RELEASED')")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean isUsed(String sha256) {
        return jdbc.sql("select exists (select 1 from file.file where sha256 = :sha)")
                .param("sha", sha256)
                .query(Boolean.class)
                .single();
    }

    private static FileCard card(ResultSet row, int number) throws SQLException {
        return new FileCard(
                new FileId(row.getLong("id")),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("pages"),
                row.getTimestamp("received_at").toInstant());
    }
}
