package org.gongkao.textbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 单位教材账。How far each book of a unit is: ordered, paid for, handed out by the agency, received, given to its worker. Callers
 * have asked whose unit it is, and hold it.
 */
@Repository
public class UnitBooks {

    /** 单位教材行。One book of one unit. */
    public record UnitBook(
            String agencyCode, BookCode book, int ordered, int paid, int handedOut, int received, int given) {

        /** What may still be handed out: what was paid for and is still wanted, less what went out. */
        public int open() {
            return Math.max(0, Math.min(ordered, paid) - handedOut);
        }
    }

    private final JdbcClient jdbc;

    UnitBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else confirms, hands out, receives or gives for this unit. */
    public void hold(String unitCode, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('textbooks:' || :unit || ':' || :year, 0))::text")
                .param("unit", unitCode)
                .param("year", year)
                .query(String.class)
                .list();
    }

    public List<UnitBook> of(String unitCode, int year) {
        return jdbc.sql("""
                        select agency_code, level, occupation_code, ordered, paid, handed_out, received, given
                          from textbook.unit_book where unit_code = :unit and year = :year
                         order by occupation_code, level desc
                        """)
                .param("unit", unitCode)
                .param("year", year)
                .query(UnitBooks::row)
                .list();
    }

    /** What the newest sheet orders; a book that is no longer on it stays with nothing ordered. */
    void order(OrderSheet sheet, String agencyCode) {
        jdbc.sql(
                        "update textbook.unit_book set ordered = 0, agency_code = :agency where unit_code = :unit and year = :year")
                .param("agency", agencyCode)
                .param("unit", sheet.unitCode())
                .param("year", sheet.year())
                .update();
        for (var line : sheet.lines()) {
            jdbc.sql("""
                    insert into textbook.unit_book (year, unit_code, agency_code, level, occupation_code, ordered)
                    values (:year, :unit, :agency, :level, :occupation, :quantity)
                    on conflict (year, unit_code, level, occupation_code) do update set ordered = excluded.ordered
                    """)
                    .param("year", sheet.year())
                    .param("unit", sheet.unitCode())
                    .param("agency", agencyCode)
                    .param("level", line.book().level().number())
                    .param("occupation", line.book().occupation())
                    .param("quantity", line.quantity())
                    .update();
        }
    }

    /** What this sheet orders is what was paid for; nothing, where there is none. */
    void pay(String unitCode, int year, Optional<SheetVersion> sheet) {
        jdbc.sql("""
                update textbook.unit_book b
                   set paid = coalesce((select l.quantity from textbook.order_line l
                                         where l.sheet_id = :sheet and l.level = b.level
                                           and l.occupation_code = b.occupation_code), 0)
                 where b.unit_code = :unit and b.year = :year
                """)
                .param("sheet", sheet.map(SheetVersion::id).orElse(0L))
                .param("unit", unitCode)
                .param("year", year)
                .update();
    }

    /** Adds to the columns of one book; the checks of the table refuse what cannot be. */
    public void add(String unitCode, int year, BookCode book, int handedOut, int received, int given) {
        jdbc.sql("""
                update textbook.unit_book
                   set handed_out = handed_out + :out, received = received + :received, given = given + :given
                 where unit_code = :unit and year = :year and level = :level and occupation_code = :occupation
                """)
                .param("out", handedOut)
                .param("received", received)
                .param("given", given)
                .param("unit", unitCode)
                .param("year", year)
                .param("level", book.level().number())
                .param("occupation", book.occupation())
                .update();
    }

    private static UnitBook row(ResultSet row, int n) throws SQLException {
        return new UnitBook(
                row.getString("agency_code"),
                new BookCode(row.getString("occupation_code"), Level.of(row.getInt("level"))),
                row.getInt("ordered"),
                row.getInt("paid"),
                row.getInt("handed_out"),
                row.getInt("received"),
                row.getInt("given"));
    }
}
