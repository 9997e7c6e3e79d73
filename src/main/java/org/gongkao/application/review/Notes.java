package org.gongkao.application.review;

import java.time.Instant;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.Applications;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 内部备注。What officers tell the other offices on a file's route; its worker never sees it, as an officer neither. */
@Repository
class Notes {

    /** 备注。One remark, with who wrote it for which office. */
    record Note(String office, String actorName, String text, Instant at) {}

    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean areOpenTo(Actor actor, Application file) {
        return !file.isOf(actor) && file.filed().route().contains(actor.office());
    }

    List<Note> of(Application file, Actor actor) {
        return areOpenTo(actor, file)
                ? jdbc.sql("""
                        select office, actor_name, text, at from application.note
                         where application_id = :id order by id
                        """).param("id", file.id()).query(Note.class).list()
                : List.of();
    }

    void add(Application file, String text, Actor by, Instant at) {
        jdbc.sql("""
                insert into application.note (application_id, office, account_id, actor_name, text, at)
                values (:id, :office, :account, :name, :text, :at)
                """)
                .param("id", file.id())
                .param("office", by.office().toString())
                .param("account", by.account())
                .param("name", by.name())
                .param("text", text)
                .param("at", Applications.time(at))
                .update();
    }
}
