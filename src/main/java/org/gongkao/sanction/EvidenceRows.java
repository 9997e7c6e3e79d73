package org.gongkao.sanction;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.file.FileCard;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The evidence of the cases. Whoever may see a case may see its evidence, so each question takes a case already found. */
@Repository
class EvidenceRows {

    private static final String COLUMNS =
            "select id, file_id, name from sanction.evidence where sanction_id = :sanction";

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Evidence> of(Sanction sanction) {
        return jdbc.sql(COLUMNS + " order by id")
                .param("sanction", sanction.id())
                .query(Evidence.class)
                .list();
    }

    Evidence get(Sanction sanction, long id) {
        return jdbc.sql(COLUMNS + " and id = :id")
                .param("sanction", sanction.id())
                .param("id", id)
                .query(Evidence.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** Its state now, held until the transaction ends: a notice sent at the same moment has this file with it, or shuts it out. */
    SanctionState hold(Sanction sanction) {
        return jdbc.sql("select state from sanction.sanction where id = :id for share")
                .param("id", sanction.id())
                .query(SanctionState.class)
                .single();
    }

    boolean add(Sanction sanction, FileCard file, Actor by, Instant at) {
        return jdbc.sql("""
                insert into sanction.evidence (sanction_id, file_id, name, sha256, account, at)
                values (:sanction, :file, :name, :sha256, :account, :at)
                on conflict (sanction_id, sha256) do nothing
                """)
                        .param("sanction", sanction.id())
                        .param("file", file.id().value())
                        .param("name", file.name())
                        .param("sha256", file.sha256())
                        .param("account", by.account())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
