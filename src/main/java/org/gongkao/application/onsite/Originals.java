package org.gongkao.application.onsite;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The originals that were brought, and what was found on each of their pages. */
@Repository
class Originals {

    /** 收到的原件。One that was brought, with the item that it belongs to. */
    record Original(long id, String item, String itemHash, String label, int pages) {}

    /** 逐页核对。Whether one page of what was uploaded is as its original, and what differs. */
    record Compared(long original, int page, boolean same, String note) {}

    private final JdbcClient jdbc;

    Originals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Visit visit, WantedOriginals.Wanted wanted) {
        jdbc.sql("""
                insert into application.visit_original (visit_id, item, item_hash, label, pages)
                values (:visit, :item, :hash, :label, :pages)
                """)
                .param("visit", visit.id())
                .param("item", wanted.item().key())
                .param("hash", wanted.item().hash())
                .param("label", wanted.item().label())
                .param("pages", wanted.pages())
                .update();
    }

    List<Original> of(Visit visit) {
        return jdbc.sql("""
                select id, item, item_hash, label, pages from application.visit_original
                 where visit_id = :visit order by id
                """).param("visit", visit.id()).query(Original.class).list();
    }

    void add(Compared page, Actor officer, Instant at) {
        jdbc.sql("""
                insert into application.visit_page (original_id, page, same, note, account_id, at)
                values (:original, :page, :same, :note, :account, :at)
                """)
                .param("original", page.original())
                .param("page", page.page())
                .param("same", page.same())
                .param("note", page.note())
                .param("account", officer.account())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Compared> pages(Visit visit) {
        return jdbc.sql("""
                select p.original_id as original, p.page, p.same, p.note
                  from application.visit_page p join application.visit_original o on o.id = p.original_id
                 where o.visit_id = :visit order by p.original_id, p.page
                """).param("visit", visit.id()).query(Compared.class).list();
    }
}
