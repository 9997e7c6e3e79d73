package org.gongkao.application.levelone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.levelone.PaperMoves.Move;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Office;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files on paper and what was done with each. An office sees those of the applications on whose route it stands, and what
 * it has in hand or coming; a worker sees the own one.
 */
@Repository
class PaperFiles {

    static final int SCREEN = 50;

    /** 列表行。A file on paper in an office's list. */
    record Row(long id, Paper paper, String person, String unit, String occupation, long packageId) {}

    /** 流转记录行。One act on a file on paper. */
    record ActLine(
            PaperAct act,
            String office,
            @Nullable String otherOffice,
            @Nullable String receipt,
            String actorName,
            Instant at) {}

    private static final String PAPER = """
            select a.id, a.number, a.year, a.person_id, a.level, a.state as file, a.route, coalesce(p.state, 'AWAITED') as state,
                   p.office, p.next_office, coalesce(p.version, 0) as version, n.name as person, u.name as unit, a.occupation,
                   a.package_id
              from application.application a
              left join application.paper p on p.application_id = a.id
              join person.v_person n on n.id = a.person_id
              join organisation.v_unit u on u.code = a.unit_code
             where a.state <> 'DRAFT' and
            """;

    private final JdbcClient jdbc;

    PaperFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Paper get(String number, Actor by) {
        return row(number, by).paper();
    }

    Row row(String number, Actor by) {
        return jdbc.sql(PAPER + """
                 a.number = :number and (a.level = 1 or p.application_id is not null)
                 and (a.person_id = :person or :office = any (a.route) or a.overseer = :office or :office = p.office
                      or :office = p.next_office)
                """)
                .param("number", number)
                .param("person", by.officeText() == null ? by.personId() : null)
                .param("office", by.officeText())
                .query(PaperFiles::row)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The worker's own of a year; the newest where an earlier application was withdrawn. */
    Optional<Row> own(int year, Actor worker) {
        return jdbc.sql(PAPER + """
                 a.person_id = :person and a.year = :year and (a.level = 1 or p.application_id is not null)
                 order by (a.state <> 'WITHDRAWN') desc, a.id desc limit 1
                """)
                .param("person", worker.person())
                .param("year", year)
                .query(PaperFiles::row)
                .optional();
    }

    /** The files of level one on whose route the office stands, the newest first; each kind of office by its own index. */
    Page<Row> list(@Nullable PaperState state, int year, long before, Actor by) {
        var where = belongs(by.office().kind());
        var rows = new ArrayList<>(jdbc.sql(PAPER + where + " and a.level = 1 and a.year = :year"
                        + (state == null
                                ? ""
                                : state == PaperState.AWAITED ? " and p.state is null" : " and p.state = :state")
                        + (before == 0 ? "" : " and a.id < :before")
                        + " order by a.id desc limit :limit")
                .param("code", by.office().code())
                .param("office", by.office().toString())
                .param("year", year)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", SCREEN + 1)
                .query(PaperFiles::row)
                .list());
        if (rows.size() <= SCREEN) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(List.copyOf(rows), String.valueOf(rows.getLast().id()));
    }

    /** Whether any file of level one has ever come to the office. */
    boolean any(Actor by) {
        return jdbc.sql("select exists (select 1 from application.application a where "
                        + belongs(by.office().kind()) + " and a.level = 1 and a.state <> 'DRAFT')")
                .param("code", by.office().code())
                .param("office", by.office().toString())
                .query(Boolean.class)
                .single();
    }

    private static String belongs(Office.Kind kind) {
        return switch (kind) {
            case UNIT -> "a.unit_code = :code";
            case DEPARTMENT -> "a.department_code = :code";
            case AGENCY -> "a.authority = :office";
        };
    }

    /** How many are on their way to the office. */
    int coming(Actor by) {
        return jdbc.sql("select count(*) from application.paper where next_office = :office")
                .param("office", by.office().toString())
                .query(Integer.class)
                .single();
    }

    List<ActLine> acts(Paper paper) {
        return jdbc.sql("""
                select act, office, other_office, receipt, actor_name, at
                  from application.paper_act where application_id = :id order by id
                """)
                .param("id", paper.applicationId())
                .query(ActLine.class)
                .list();
    }

    /** Writes where it is now and the act's line, or refuses when somebody moved it first; answers the line's number. */
    long write(Paper seen, Move move, Actor by, Instant at) {
        var office = by.office();
        move(seen, move, office, at);
        return jdbc.sql("""
                insert into application.paper_act
                       (application_id, act, office, other_office, receipt, account_id, actor_name, at)
                values (:id, :act, :office, :other,
                        case when :receives then 'Z' || :year || lpad(nextval('application.paper_receipt')::text, 6, '0') end,
                        :account, :name, :at)
                returning id
                """)
                .param("id", seen.applicationId())
                .param("act", move.act().name())
                .param("office", office.toString())
                .param("other", other(seen, move))
                .param("receives", move.act() == PaperAct.RECEIVE)
                .param("year", Shanghai.day(at).getYear())
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    private void move(Paper seen, Move move, Office by, Instant at) {
        var next = seen.nextAfter(move);
        var sql = seen.state() == PaperState.AWAITED ? """
                insert into application.paper (application_id, state, office, next_office, changed_at)
                values (:id, :to, :office, :next, :at) on conflict do nothing
                """ : """
                update application.paper
                   set state = :to, office = :office, next_office = :next, changed_at = :at, version = version + 1
                 where application_id = :id and state = :from and version = :version
                """;
        int rows = jdbc.sql(sql)
                .param("id", seen.applicationId())
                .param("to", move.to().name())
                .param("from", move.from().name())
                .param("version", seen.version())
                .param("office", seen.officeAfter(move, by).toString())
                .param("next", next == null ? null : next.toString())
                .param("at", Timestamp.from(at))
                .update();
        if (rows == 0) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
    }

    /** From whom it came, or to whom it goes. */
    private static @Nullable String other(Paper seen, Move move) {
        var other = switch (move.act()) {
            case RECEIVE -> seen.state() == PaperState.GIVEN_BACK ? null : seen.office();
            case FORWARD -> seen.after();
            case TAKE_BACK -> seen.next();
            case GIVE_BACK -> null;
        };
        return other == null ? null : other.toString();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var route = Arrays.stream((String[]) row.getArray("route").getArray())
                .map(Office::parse)
                .toList();
        var paper = new Paper(
                row.getLong("id"),
                row.getString("number"),
                row.getInt("year"),
                row.getLong("person_id"),
                row.getInt("level"),
                ApplicationState.valueOf(row.getString("file")),
                route,
                PaperState.valueOf(row.getString("state")),
                office(row.getString("office")),
                office(row.getString("next_office")),
                row.getInt("version"));
        return new Row(
                row.getLong("id"),
                paper,
                row.getString("person"),
                row.getString("unit"),
                row.getString("occupation"),
                row.getLong("package_id"));
    }

    private static @Nullable Office office(@Nullable String text) {
        return text == null ? null : Office.parse(text);
    }
}
