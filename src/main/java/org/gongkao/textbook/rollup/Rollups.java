package org.gongkao.textbook.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkao.shared.Level;
import org.gongkao.textbook.BookCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over the agencies that the caller has found in its range. */
@Repository
class Rollups {

    /** 教材汇总行。One book over all agencies asked for. */
    record OfBook(BookCode book, Totals totals) {}

    /** 单位汇总行。One unit over all its books; {@code waiting} is how many slips it has not received. */
    record OfUnit(
            String unitCode,
            String unitName,
            String agencyCode,
            int version,
            @Nullable Long amountFen,
            Totals totals,
            long received,
            long given,
            long waiting) {}

    /** 单位教材明细。One line of the export. */
    record Detail(
            String unitCode,
            String unitName,
            BookCode book,
            int ordered,
            int paid,
            int handedOut,
            int received,
            int given) {}

    /** Books that are ordered and books that are only in stock, as one list. */
    private static final String BOOKS = """
            (select occupation_code, level, agency_code, ordered, paid, handed_out, 0 as on_hand
               from textbook.unit_book where year = :year and agency_code = any (:agencies)
             union all
             select occupation_code, level, agency_code, 0, 0, 0, on_hand
               from textbook.stock where year = :year and agency_code = any (:agencies)) book
            """;

    private static final String SUMS = """
             coalesce(sum(ordered), 0) as ordered, coalesce(sum(paid), 0) as paid,
             coalesce(sum(handed_out), 0) as handed_out, coalesce(sum(on_hand), 0) as on_hand,
             coalesce(sum(greatest(least(ordered, paid) - handed_out, 0)), 0) as open
            """;

    private final JdbcClient jdbc;

    Rollups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One screen by occupation and, within it, from level five to one. */
    List<OfBook> books(int year, List<String> agencies, @Nullable BookCode after, int limit) {
        var key = after == null
                ? ""
                : " where occupation_code >= :occupation and (occupation_code, -level) > (:occupation, :level)";
        return jdbc.sql("select occupation_code, level," + SUMS + " from " + BOOKS + key + """
                         group by occupation_code, level order by occupation_code, level desc limit :limit
                        """)
                .param("year", year)
                .param("agencies", agencies.toArray(String[]::new))
                .param("occupation", after == null ? "" : after.occupation())
                .param("level", after == null ? 0 : -after.level().number())
                .param("limit", limit)
                .query((row, n) -> new OfBook(book(row), totals(row)))
                .list();
    }

    Map<String, Totals> byAgency(int year, List<String> agencies) {
        var sums = new HashMap<String, Totals>();
        jdbc.sql("select agency_code," + SUMS + " from " + BOOKS + " group by agency_code")
                .param("year", year)
                .param("agencies", agencies.toArray(String[]::new))
                .query(row -> {
                    sums.put(row.getString("agency_code"), totals(row));
                });
        return sums;
    }

    /** One screen of units by code; {@code open} asks for those alone that have books to be handed out. */
    List<OfUnit> units(int year, List<String> agencies, boolean open, String after, int limit) {
        return jdbc.sql("""
                        with code as (
                            select distinct unit_code from textbook.unit_book
                             where year = :year and agency_code = any (:agencies) and unit_code > :after %s
                             order by unit_code limit :limit),
                        unit as (
                            select unit_code, min(agency_code) as agency_code, sum(ordered) as ordered, sum(paid) as paid,
                                   sum(handed_out) as handed_out, 0 as on_hand,
                                   sum(greatest(least(ordered, paid) - handed_out, 0)) as open, sum(received) as received,
                                   sum(given) as given
                              from textbook.unit_book
                             where year = :year and unit_code in (select unit_code from code)
                             group by unit_code)
                        select t.*, u.name as unit_name, s.version, s.amount_fen,
                               (select count(*) from textbook.handout h
                                 where h.unit_code = t.unit_code and h.year = :year
                                   and not exists (select 1 from textbook.handout_end e where e.handout_id = h.id)) as waiting
                          from unit t join organisation.v_unit u on u.code = t.unit_code
                          join lateral (select version, amount_fen from textbook.order_sheet s
                                         where s.unit_code = t.unit_code and s.year = :year
                                         order by version desc limit 1) s on true
                         order by t.unit_code
                        """.formatted(open ? "and least(ordered, paid) > handed_out" : ""))
                .param("year", year)
                .param("agencies", agencies.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new OfUnit(
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        row.getString("agency_code"),
                        row.getInt("version"),
                        row.getObject("amount_fen", Long.class),
                        totals(row),
                        row.getLong("received"),
                        row.getLong("given"),
                        row.getLong("waiting")))
                .list();
    }

    /** Every line of every unit, a part at a time: an export of a hundred thousand lines holds a few thousand of them. */
    void details(int year, List<String> agencies, Consumer<Detail> each) {
        int part = 5_000;
        var last = List.of("", "", 0);
        List<Detail> found;
        do {
            found = jdbc.sql("""
                            select b.unit_code, u.name as unit_name, b.occupation_code, b.level, b.ordered, b.paid, b.handed_out,
                                   b.received, b.given
                              from textbook.unit_book b join organisation.v_unit u on u.code = b.unit_code
                             where b.year = :year and b.agency_code = any (:agencies)
                               and (b.unit_code, b.level, b.occupation_code) > (:unit, :level, :occupation)
                             order by b.unit_code, b.level, b.occupation_code limit :limit
                            """)
                    .param("year", year)
                    .param("agencies", agencies.toArray(String[]::new))
                    .param("unit", last.get(0))
                    .param("level", last.get(2))
                    .param("occupation", last.get(1))
                    .param("limit", part)
                    .query((row, n) -> new Detail(
                            row.getString("unit_code"),
                            row.getString("unit_name"),
                            book(row),
                            row.getInt("ordered"),
                            row.getInt("paid"),
                            row.getInt("handed_out"),
                            row.getInt("received"),
                            row.getInt("given")))
                    .list();
            found.forEach(each);
            if (!found.isEmpty()) {
                var end = found.getLast();
                last = List.of(
                        end.unitCode(),
                        end.book().occupation(),
                        end.book().level().number());
            }
        } while (found.size() == part);
    }

    private static BookCode book(ResultSet row) throws SQLException {
        return new BookCode(row.getString("occupation_code"), Level.of(row.getInt("level")));
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("ordered"),
                row.getLong("paid"),
                row.getLong("handed_out"),
                row.getLong("on_hand"),
                row.getLong("open"));
    }
}
