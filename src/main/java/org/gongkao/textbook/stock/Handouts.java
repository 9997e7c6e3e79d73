package org.gongkao.textbook.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Office;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The slips under which copies go to units. Only ever added to; a unit and an agency see their own. */
@Repository
class Handouts {

    private record LineOf(long handout, Handout.Line line) {}

    private final JdbcClient jdbc;

    Handouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers with the slip's number; the same form sent twice is refused. */
    Handout add(String request, String unitCode, int year, List<Handout.Line> lines, Actor agency, Instant now) {
        String number;
        try {
            number = jdbc.sql("""
                            insert into textbook.handout (number, request, year, unit_code, agency_code, account_id, actor_name, at)
                            values ('JC' || :year || lpad(nextval('textbook.handout_number')::text, 6, '0'), :request, :year,
                                   :unit, :agency, :account, :name, :now)
                            returning number
                            """)
                    .param("year", year)
                    .param("request", request)
                    .param("unit", unitCode)
                    .param("agency", agency.office().code())
                    .param("account", agency.account())
                    .param("name", agency.name())
                    .param("now", Timestamp.from(now))
                    .query(String.class)
                    .single();
        } catch (DuplicateKeyException second) {
            throw new Refusal(StockRefusal.SENT_TWICE);
        }
        for (var line : lines) {
            jdbc.sql("""
                    insert into textbook.handout_line (handout_id, level, occupation_code, quantity)
                    select id, :level, :occupation, :quantity from textbook.handout where number = :number
                    """)
                    .param("number", number)
                    .param("level", line.book().level().number())
                    .param("occupation", line.book().occupation())
                    .param("quantity", line.quantity())
                    .update();
        }
        return find(number, agency).orElseThrow();
    }

    /** Whoever ends it first has ended it. */
    void end(Handout handout, HandoutAct act, String reason, Actor by, Instant now) {
        try {
            jdbc.sql("""
                    insert into textbook.handout_end (handout_id, act, reason, account_id, actor_name, at)
                    values (:handout, :act, :reason, :account, :name, :now)
                    """)
                    .param("handout", handout.id())
                    .param("act", act.name())
                    .param("reason", reason)
                    .param("account", by.account())
                    .param("name", by.name())
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException second) {
            throw new Refusal(StockRefusal.ENDED_ALREADY);
        }
    }

    Optional<Handout> find(String number, Actor by) {
        boolean unit = by.office().kind() == Office.Kind.UNIT;
        return read(
                        "h.number = :key and " + (unit ? "h.unit_code" : "h.agency_code") + " = :office",
                        number,
                        by.office().code())
                .stream()
                .findFirst();
    }

    /** Newest first; the caller has found the unit as its own or in its range. */
    List<Handout> ofUnit(String unitCode, int year) {
        return read(
                "h.unit_code = :key and h.year = cast(:office as int) order by h.id desc",
                unitCode,
                Integer.toString(year));
    }

    private List<Handout> read(String which, String key, String office) {
        var found = jdbc.sql("""
                        select h.id, h.number, h.unit_code, h.agency_code, h.year, h.actor_name, h.at, e.act,
                               e.actor_name as ended_by, e.at as ended_at, e.reason
                          from textbook.handout h left join textbook.handout_end e on e.handout_id = h.id
                         where\s""" + which)
                .param("key", key)
                .param("office", office)
                .query((row, n) -> handout(row))
                .list();
        var lines = lines(found.stream().map(Handout::id).toList());
        return found.stream()
                .map(one -> new Handout(
                        one.id(),
                        one.number(),
                        one.unitCode(),
                        one.agencyCode(),
                        one.year(),
                        one.by(),
                        one.at(),
                        one.ended(),
                        one.endedBy(),
                        one.endedAt(),
                        one.reason(),
                        lines.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Handout.Line>> lines(List<Long> handouts) {
        if (handouts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select handout_id, level, occupation_code, quantity from textbook.handout_line
                         where handout_id in (:handouts) order by handout_id, occupation_code, level desc
                        """)
                .param("handouts", handouts)
                .query((row, n) -> new LineOf(
                        row.getLong("handout_id"), new Handout.Line(Stocks.book(row), row.getInt("quantity"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(LineOf::handout, Collectors.mapping(LineOf::line, Collectors.toList())));
    }

    private static Handout handout(ResultSet row) throws SQLException {
        var act = row.getString("act");
        var ended = row.getTimestamp("ended_at");
        return new Handout(
                row.getLong("id"),
                row.getString("number"),
                row.getString("unit_code"),
                row.getString("agency_code"),
                row.getInt("year"),
                row.getString("actor_name"),
                row.getTimestamp("at").toInstant(),
                act == null ? null : HandoutAct.valueOf(act),
                orEmpty(row.getString("ended_by")),
                ended == null ? null : ended.toInstant(),
                orEmpty(row.getString("reason")),
                List.of());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
