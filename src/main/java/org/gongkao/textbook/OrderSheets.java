package org.gongkao.textbook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Order sheets that units have confirmed. Only ever added to. */
@Repository
class OrderSheets {

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

    private List<SheetVersion> versions(String unitCode, int year) {
        return jdbc.sql("""
                        select id, unit_code, year, version, content_hash as hash, actor_name as by, confirmed_at
                          from textbook.order_sheet where unit_code = :unit and year = :year order by version desc
                        """)
                .param("unit", unitCode)
                .param("year", year)
                .query(SheetVersion.class)
                .list();
    }

    Optional<SheetVersion> find(Actor clerk, int year, int version) {
        return versions(clerk, year).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    OrderSheet content(SheetVersion version) {
        var lines = jdbc.sql(
                        "select level, occupation, quantity from textbook.order_line where sheet_id = :id order by place")
                .param("id", version.id())
                .query((row, n) -> new OrderSheet.OrderLine(
                        Level.of(row.getInt("level")), row.getString("occupation"), row.getInt("quantity")))
                .list();
        return new OrderSheet(version.unitCode(), version.year(), lines);
    }

    /** Two who confirm at once: the second is told. */
    void add(OrderSheet sheet, int version, Actor clerk, Instant now) {
        try {
            long id = jdbc.sql("""
                            insert into textbook.order_sheet
                                   (unit_code, year, version, content_hash, account_id, actor_name, confirmed_at)
                            values (:unit, :year, :version, :hash, :account, :name, :now)
                            returning id
                            """)
                    .param("unit", sheet.unitCode())
                    .param("year", sheet.year())
                    .param("version", version)
                    .param("hash", sheet.hash())
                    .param("account", clerk.account())
                    .param("name", clerk.name())
                    .param("now", Timestamp.from(now))
                    .query(Long.class)
                    .single();
            int place = 0;
            for (var line : sheet.lines()) {
                jdbc.sql(
                                "insert into textbook.order_line (sheet_id, place, level, occupation, quantity) values (?, ?, ?, ?, ?)")
                        .params(id, ++place, line.level().number(), line.occupation(), line.quantity())
                        .update();
            }
        } catch (DuplicateKeyException second) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }
}
