package org.gongkao.textbook.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.gongkao.textbook.BookCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stock of an agency and every movement of it. An office sees and moves its own alone. */
@Repository
class Stocks {

    /** A movement to be written, in the order in which books are locked. */
    record Moved(
            BookCode book,
            MovementKind kind,
            int quantity,
            @Nullable String request,
            @Nullable Long reverses,
            @Nullable Long handout,
            String note) {}

    private final JdbcClient jdbc;

    Stocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StockRow> of(Actor agency, int year) {
        return jdbc.sql("""
                        select occupation_code, level, on_hand from textbook.stock
                         where agency_code = :agency and year = :year order by occupation_code, level desc
                        """)
                .param("agency", agency.office().code())
                .param("year", year)
                .query((row, n) -> new StockRow(book(row), row.getInt("on_hand")))
                .list();
    }

    /** How many there are, and nobody moves any until the end of the transaction. Books are locked in their own order. */
    int lock(BookCode book, Actor agency, int year) {
        jdbc.sql("""
                insert into textbook.stock (year, agency_code, occupation_code, level)
                values (:year, :agency, :occupation, :level) on conflict do nothing
                """)
                .param("year", year)
                .param("agency", agency.office().code())
                .param("occupation", book.occupation())
                .param("level", book.level().number())
                .update();
        return jdbc.sql("""
                        select on_hand from textbook.stock
                         where year = :year and agency_code = :agency and occupation_code = :occupation and level = :level
                           for update
                        """)
                .param("year", year)
                .param("agency", agency.office().code())
                .param("occupation", book.occupation())
                .param("level", book.level().number())
                .query(Integer.class)
                .single();
    }

    /** Writes the line and the figure together; the same form sent twice is refused. */
    void move(Moved moved, Actor agency, int year, Instant now) {
        try {
            jdbc.sql("""
                    insert into textbook.movement (request, year, agency_code, occupation_code, level, kind, quantity,
                           reverses, handout_id, note, account_id, actor_name, at)
                    values (:request, :year, :agency, :occupation, :level, :kind, :quantity, :reverses, :handout, :note,
                           :account, :name, :now)
                    """)
                    .param("request", moved.request())
                    .param("year", year)
                    .param("agency", agency.office().code())
                    .param("occupation", moved.book().occupation())
                    .param("level", moved.book().level().number())
                    .param("kind", moved.kind().name())
                    .param("quantity", moved.quantity())
                    .param("reverses", moved.reverses())
                    .param("handout", moved.handout())
                    .param("note", moved.note())
                    .param("account", agency.account())
                    .param("name", agency.name())
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException second) {
            throw new Refusal(moved.reverses() == null ? StockRefusal.SENT_TWICE : StockRefusal.REVERSED_ALREADY);
        }
        jdbc.sql("""
                update textbook.stock set on_hand = on_hand + :quantity
                 where year = :year and agency_code = :agency and occupation_code = :occupation and level = :level
                """)
                .param("quantity", moved.quantity())
                .param("year", year)
                .param("agency", agency.office().code())
                .param("occupation", moved.book().occupation())
                .param("level", moved.book().level().number())
                .update();
    }

    /** Newest first, a screen at a time. */
    List<Movement> movements(Actor agency, int year, long before, int limit) {
        return movements("m.id < :key order by m.id desc limit " + limit, before, agency, year);
    }

    Optional<Movement> find(long id, Actor agency, int year) {
        return movements("m.id = :key", id, agency, year).stream().findFirst();
    }

    private List<Movement> movements(String which, long key, Actor agency, int year) {
        return jdbc.sql("""
                        select m.id, m.occupation_code, m.level, m.kind, m.quantity, h.number as handout, m.note, m.actor_name,
                               m.at, exists (select 1 from textbook.movement r where r.reverses = m.id) as reversed
                          from textbook.movement m left join textbook.handout h on h.id = m.handout_id
                         where m.agency_code = :agency and m.year = :year and\s""" + which)
                .param("agency", agency.office().code())
                .param("year", year)
                .param("key", key)
                .query(Stocks::movement)
                .list();
    }

    private static Movement movement(ResultSet row, int n) throws SQLException {
        var handout = row.getString("handout");
        return new Movement(
                row.getLong("id"),
                book(row),
                MovementKind.valueOf(row.getString("kind")),
                row.getInt("quantity"),
                handout == null ? "" : handout,
                row.getBoolean("reversed"),
                row.getString("note"),
                row.getString("actor_name"),
                row.getTimestamp("at").toInstant());
    }

    static BookCode book(ResultSet row) throws SQLException {
        return new BookCode(row.getString("occupation_code"), Level.of(row.getInt("level")));
    }
}
