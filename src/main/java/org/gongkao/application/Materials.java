package org.gongkao.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.file.FileCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 材料存取。The materials of applications; reached only with an application in hand, which the actor may see. */
@Repository
public class Materials {

    private static final String COLUMNS =
            "id, kind, label, file_id::bigint as file_id, name, type, bytes, sha256, added_at, removed_at";

    private final JdbcClient jdbc;

    Materials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that count, in the order they came. */
    public List<Material> of(Application application) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.material where application_id = :id and removed_at is null order by id
                """)
                .param("id", application.id())
                .query(Material.class)
                .list();
    }

    /** Also those that were taken out. */
    public List<Material> all(Application application) {
        return jdbc.sql("select " + COLUMNS + " from application.material where application_id = :id order by id")
                .param("id", application.id())
                .query(Material.class)
                .list();
    }

    /** Also one that was taken out: a decision may have been based on it. */
    public Optional<Material> find(Application application, long material) {
        return jdbc.sql("select " + COLUMNS + """
                  from application.material where application_id = :id and id = :material
                """)
                .param("id", application.id())
                .param("material", material)
                .query(Material.class)
                .optional();
    }

    public void add(Application application, MaterialKind kind, FileCard file, Instant at) {
        jdbc.sql("""
                insert into application.material (application_id, kind, label, file_id, name, type, bytes, sha256, added_at)
                values (:id, :kind, :label, :file, :name, :type, :bytes, :sha, :at)
                """)
                .param("id", application.id())
                .param("kind", kind.code())
                .param("label", kind.name())
                .param("file", String.valueOf(file.id().value()))
                .param("name", file.name())
                .param("type", file.type().name())
                .param("bytes", file.bytes())
                .param("sha", file.sha256())
                .param("at", Applications.time(at))
                .update();
    }

    public void remove(Material material, Instant at) {
        jdbc.sql("update application.material set removed_at = :at where id = :id and removed_at is null")
                .param("at", Applications.time(at))
                .param("id", material.id())
                .update();
    }
}
