package org.gongkao.application.levelone;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The versions of each unit's posts. A unit sees its own; an office sees those of a unit from which a file of level one takes its
 * way through this office, or under its eyes; anybody else's are not found.
 */
@Repository
class PostFigureVersions {

    private final JdbcClient jdbc;

    PostFigureVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else states or recommends for this unit: the last vacancy goes to one. */
    void hold(String unitCode, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('level-one:' || :unit || ':' || :year, 0))::text")
                .param("unit", unitCode)
                .param("year", year)
                .query(String.class)
                .single();
    }

    Optional<PostFigures> newest(String unitCode, int year, Actor by) {
        return versions(unitCode, year, by).stream().findFirst();
    }

    /** The newest first. */
    List<PostFigures> versions(String unitCode, int year, Actor by) {
        requireVisible(unitCode, by);
        return jdbc.sql("""
                select id, unit_code, year, version, posts, approved, held, basis, reason, actor_name, at
                  from application.post_figures where unit_code = :unit and year = :year order by version desc
                """)
                .param("unit", unitCode)
                .param("year", year)
                .query(PostFigures.class)
                .list();
    }

    private void requireVisible(String unitCode, Actor by) {
        if (by.office().equals(Office.unit(unitCode))) {
            return;
        }
        boolean visible = jdbc.sql("""
                select exists (select 1 from application.application a
                 where a.unit_code = :unit and a.level = 1 and a.state <> 'DRAFT'
                   and (:office = any (a.route) or a.overseer = :office))
                """)
                .param("unit", unitCode)
                .param("office", by.office().toString())
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
    }

    /** Adds the next version, or refuses when somebody stated one first. */
    void add(PostFigures figures, Actor by) {
        try {
            jdbc.sql("""
                    insert into application.post_figures
                           (unit_code, year, version, posts, approved, held, basis, reason, account_id, actor_name, at)
                    values (:unit, :year, :version, :posts, :approved, :held, :basis, :reason, :account, :name, :at)
                    """)
                    .param("unit", figures.unitCode())
                    .param("year", figures.year())
                    .param("version", figures.version())
                    .param("posts", figures.posts())
                    .param("approved", figures.approved())
                    .param("held", figures.held())
                    .param("basis", figures.basis())
                    .param("reason", figures.reason())
                    .param("account", by.account())
                    .param("name", by.name())
                    .param("at", Timestamp.from(figures.at()))
                    .update();
        } catch (DuplicateKeyException stated) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }
}
