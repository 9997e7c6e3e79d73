package org.gongkao.textbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Order sheets that units have confirmed. Only ever added to. */
@Repository
class OrderSheets {

    private static final String VERSION = """
            select s.id, s.unit_code, s.agency_code, s.year, s.version, s.content_hash, s.amount_fen, s.due_fen,
                   t.sheet_id is not null as settled, s.actor_name, s.confirmed_at
              from textbook.order_sheet s left join textbook.settled_sheet t on t.sheet_id = s.id
            """;

    private final JdbcClient jdbc;

    OrderSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the clerk's own unit, newest first. */
    List<SheetVersion> versions(Actor clerk, int year) {
        return versions(clerk.office().code(), year);
    }

    boolean isSentIn(Orderer orderer) {
        return !versions(orderer.unitCode(), orderer.year()).isEmpty();
    }

    /** Of a unit that the caller has found as its own, or for the platform itself; newest first. */
    List<SheetVersion> versions(String unitCode, int year) {
        return jdbc.sql(VERSION + " where s.unit_code = :unit and s.year = :year order by s.version desc")
                .param("unit", unitCode)
                .param("year", year)
                .query(OrderSheets::version)
                .list();
    }

    Optional<SheetVersion> find(Actor clerk, int year, int version) {
        return versions(clerk, year).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    OrderSheet content(SheetVersion version) {
        var lines =
                jdbc.sql("""
                        select level, occupation_code, occupation, title, price_fen, quantity
                          from textbook.order_line where sheet_id = :id order by place
                        """).param("id", version.id()).query(OrderSheets::line).list();
        var members = jdbc.sql("""
                        select application_number, person_id, level, occupation_code
                          from textbook.order_member where sheet_id = :id order by application_number
                        """)
                .param("id", version.id())
                .query((row, n) ->
                        new OrderSheet.Member(row.getString("application_number"), row.getLong("person_id"), book(row)))
                .list();
        return new OrderSheet(version.unitCode(), version.year(), version.amount() != null, lines, members);
    }

    /** Two who confirm at once: the second is told. */
    long add(OrderSheet sheet, String agencyCode, int version, Money due, Actor clerk, Instant now) {
        try {
            long id = jdbc.sql("""
                            insert into textbook.order_sheet (unit_code, agency_code, year, version, content_hash,
                                   amount_fen, due_fen, account_id, actor_name, confirmed_at)
                            values (:unit, :agency, :year, :version, :hash, :amount, :due, :account, :name, :now)
                            returning id
                            """)
                    .param("unit", sheet.unitCode())
                    .param("agency", agencyCode)
                    .param("year", sheet.year())
                    .param("version", version)
                    .param("hash", sheet.hash())
                    .param("amount", sheet.priced() ? sheet.amount().fen() : null)
                    .param("due", due.fen())
                    .param("account", clerk.account())
                    .param("name", clerk.name())
                    .param("now", Timestamp.from(now))
                    .query(Long.class)
                    .single();
            int place = 0;
            for (var line : sheet.lines()) {
                add(id, ++place, line);
            }
            for (var member : sheet.members()) {
                jdbc.sql("""
                                insert into textbook.order_member
                                       (sheet_id, application_number, person_id, level, occupation_code)
                                values (?, ?, ?, ?, ?)
                                """)
                        .params(
                                id,
                                member.number(),
                                member.person(),
                                member.book().level().number(),
                                member.book().occupation())
                        .update();
            }
            return id;
        } catch (DuplicateKeyException second) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    private void add(long sheet, int place, OrderSheet.OrderLine line) {
        var price = line.price();
        jdbc.sql("""
                insert into textbook.order_line
                       (sheet_id, place, level, occupation_code, occupation, title, price_fen, quantity)
                values (:sheet, :place, :level, :code, :occupation, :title, :price, :quantity)
                """)
                .param("sheet", sheet)
                .param("place", place)
                .param("level", line.book().level().number())
                .param("code", line.book().occupation())
                .param("occupation", line.occupation())
                .param("title", line.title())
                .param("price", price == null ? null : price.fen())
                .param("quantity", line.quantity())
                .update();
    }

    /** True for the first who says so: the sum of this sheet is there, or none was asked for. */
    boolean settle(SheetVersion version, Instant now) {
        return jdbc.sql("""
                        insert into textbook.settled_sheet (sheet_id, settled_at) values (:id, :now) on conflict do nothing
                        """)
                        .param("id", version.id())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Newest sheets that ask for money still, by the key of their charge. */
    List<SheetVersion> unsettled() {
        return jdbc.sql(VERSION + """
                         where exists (select 1 from textbook.v_remittance r
                                         join payment.v_charge c on c.purpose_key = r.purpose_key
                                        where r.unit_code = s.unit_code and r.year = s.year and r.version = s.version
                                          and c.state in ('OPEN', 'UNKNOWN', 'PREPARED'))
                         order by s.agency_code, s.id
                        """).query(OrderSheets::version).list();
    }

    private static SheetVersion version(ResultSet row, int n) throws SQLException {
        return new SheetVersion(
                row.getLong("id"),
                row.getString("unit_code"),
                row.getString("agency_code"),
                row.getInt("year"),
                row.getInt("version"),
                row.getString("content_hash"),
                money(row, "amount_fen"),
                new Money(row.getLong("due_fen")),
                row.getBoolean("settled"),
                row.getString("actor_name"),
                row.getTimestamp("confirmed_at").toInstant());
    }

    private static OrderSheet.OrderLine line(ResultSet row, int n) throws SQLException {
        return new OrderSheet.OrderLine(
                book(row),
                row.getString("occupation"),
                row.getString("title"),
                money(row, "price_fen"),
                row.getInt("quantity"));
    }

    private static BookCode book(ResultSet row) throws SQLException {
        return new BookCode(row.getString("occupation_code"), Level.of(row.getInt("level")));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var fen = row.getObject(column, Long.class);
        return fen == null ? null : new Money(fen);
    }
}
