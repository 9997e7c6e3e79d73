package org.gongkao.supervision;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Page;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.gongkao.supervision.Draw.Ranked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where spot checks are kept; rows are only added. A check is before the agency that ordered it and the one that is checked;
 * for everybody else there is none.
 */
@Repository
class SpotChecks {

    static final int SCREEN = 50;

    private static final String COLUMNS = """
            select c.id, c.number, c.ordered_by, c.checked, c.decision, c.first_day, c.last_day, c.wanted, c.population, c.reason,
                   c.list_hash, c.commitment, c.actor_name, c.ordered_at, d.words, d.actor_name as drawer, d.drawn_at,
                   e.conclusion, e.actor_name as ender, e.ended_at,
                   (select count(*) from supervision.spot_check_pick p
                     where p.check_id = c.id
                       and exists (select 1 from supervision.spot_check_result r
                                    where r.check_id = c.id and r.number = p.number)) as judged,
                   (select count(*) from supervision.spot_check_pick p
                     where p.check_id = c.id
                       and not (select r.sound from supervision.spot_check_result r
                                 where r.check_id = c.id and r.number = p.number order by r.id desc limit 1)) as unsound
              from supervision.spot_check c
              left join supervision.spot_check_draw d on d.check_id = c.id
              left join supervision.spot_check_end e on e.check_id = c.id
             where :office in (c.ordered_by, c.checked)
            """;

    private final JdbcClient jdbc;

    SpotChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 抽查结果行。A file that was drawn, and what was found, if anything was. */
    record Picked(
            String number,
            int place,
            @Nullable Boolean sound,
            @Nullable String words,
            @Nullable String actorName,
            @Nullable Instant at) {}

    SpotCheck get(String number, Actor by) {
        return jdbc.sql(COLUMNS + " and c.number = :number")
                .param("office", by.office().toString())
                .param("number", number)
                .query(SpotCheck.class)
                .optional()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    /** The newest first. */
    Page<SpotCheck> list(@Nullable Long before, Actor by) {
        var found = jdbc.sql(COLUMNS + " and c.id < :before order by c.id desc limit :limit")
                .param("office", by.office().toString())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", SCREEN + 1)
                .query(SpotCheck.class)
                .list();
        return found.size() <= SCREEN
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, SCREEN),
                        Long.toString(found.get(SCREEN - 1).id()));
    }

    /** The files of which the agency decided so in these days; a file decided twice stands once. In ascending order. */
    List<String> population(CheckOrder order) {
        return jdbc.sql("""
                select distinct f.number collate "C" as number
                  from application.v_decision d join application.v_application f on f.id = d.application_id
                 where d.office = :office and d.act = :act and d.at >= :begin and d.at < :until
                 order by number
                """)
                .param("office", order.checked().toString())
                .param("act", order.decision().name())
                .param("begin", Timestamp.from(Shanghai.startOf(order.firstDay())))
                .param("until", Timestamp.from(Shanghai.startOf(order.lastDay().plusDays(1))))
                .query(String.class)
                .list();
    }

    String add(CheckOrder order, List<String> numbers, String secret, Actor by, Instant at) {
        var number = jdbc.sql("""
                with added as (
                    insert into supervision.spot_check (number, ordered_by, checked, decision, first_day, last_day, wanted,
                           population, reason, list_hash, secret, commitment, account, actor_name, ordered_at)
                    values (:year || lpad(nextval('supervision.check_number')::text, 5, '0'), :by, :checked, :decision,
                            :first, :last, :wanted, :population, :reason, :listHash, :secret, :commitment, :account, :name,
                            :at)
                    returning id, number
                ), files as (
                    insert into supervision.spot_check_file (check_id, number)
                    select added.id, one from added, unnest(cast(:numbers as text[])) as one
                )
                select number from added
                """)
                .param("year", Shanghai.day(at).getYear())
                .param("by", by.office().toString())
                .param("checked", order.checked().toString())
                .param("decision", order.decision().name())
                .param("first", Date.valueOf(order.firstDay()))
                .param("last", Date.valueOf(order.lastDay()))
                .param("wanted", order.wanted())
                .param("population", numbers.size())
                .param("reason", order.reason())
                .param("listHash", Draw.listHash(numbers))
                .param("secret", secret)
                .param("commitment", Draw.commitment(secret))
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .single();
        return number;
    }

    /** The frozen list, in the order in which it is hashed. */
    List<String> files(SpotCheck check) {
        return jdbc.sql("""
                select number from supervision.spot_check_file where check_id = :id order by number collate "C"
                """).param("id", check.id()).query(String.class).list();
    }

    /** What was committed to. Whoever asks before the draw keeps it to the draw. */
    String secret(SpotCheck check) {
        return jdbc.sql("select secret from supervision.spot_check where id = :id")
                .param("id", check.id())
                .query(String.class)
                .single();
    }

    /** Of two who draw at the same time the second is refused. */
    void draw(SpotCheck check, String words, List<Ranked> drawn, Actor by, Instant at) {
        int rows = jdbc.sql("""
                insert into supervision.spot_check_draw (check_id, words, account, actor_name, drawn_at)
                values (:id, :words, :account, :name, :at) on conflict do nothing
                """)
                .param("id", check.id())
                .param("words", words)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
        if (rows == 0) {
            throw new Refusal(SupervisionRefusal.DRAWN_ALREADY);
        }
        jdbc.sql("""
                insert into supervision.spot_check_pick (check_id, place, number)
                select :id, place, number from unnest(cast(:numbers as text[])) with ordinality as one (number, place)
                """)
                .param("id", check.id())
                .param("numbers", drawn.stream().map(Ranked::number).toArray(String[]::new))
                .update();
    }

    List<Picked> picked(SpotCheck check) {
        return jdbc.sql("""
                select p.number, p.place, r.sound, r.words, r.actor_name, r.at
                  from supervision.spot_check_pick p
                  left join lateral (select sound, words, actor_name, at from supervision.spot_check_result
                                      where check_id = p.check_id and number = p.number order by id desc limit 1) r on true
                 where p.check_id = :id order by p.place
                """).param("id", check.id()).query(Picked.class).list();
    }

    void judge(SpotCheck check, String number, boolean sound, String words, Actor by, Instant at) {
        jdbc.sql("""
                insert into supervision.spot_check_result (check_id, number, sound, words, account, actor_name, at)
                values (:id, :number, :sound, :words, :account, :name, :at)
                """)
                .param("id", check.id())
                .param("number", number)
                .param("sound", sound)
                .param("words", words)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void end(SpotCheck check, String conclusion, Actor by, Instant at) {
        int rows = jdbc.sql("""
                insert into supervision.spot_check_end (check_id, conclusion, account, actor_name, ended_at)
                values (:id, :conclusion, :account, :name, :at) on conflict do nothing
                """)
                .param("id", check.id())
                .param("conclusion", conclusion)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
        if (rows == 0) {
            throw new Refusal(SupervisionRefusal.ENDED_ALREADY);
        }
    }
}
