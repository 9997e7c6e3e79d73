package org.gongkao.payment.close;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.Channels;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a day is held against, whether it is there, and what of it was frozen with the day. */
@Repository
class Sources {

    static final String FISCAL = "FISCAL";

    /** Somebody said that this source cannot be had, and why. */
    record Absent(String reason, long by) {}

    /** One source of a day. {@code documents} are statements, or imports for the treasury. Sums are ours and theirs. */
    record Source(
            String code,
            List<Long> documents,
            int lines,
            Money ourIn,
            Money ourOut,
            Money theirIn,
            Money theirOut,
            @Nullable Absent absent) {

        boolean isFiscal() {
            return code.equals(FISCAL);
        }

        boolean isThere() {
            return !documents.isEmpty();
        }

        String label() {
            return isFiscal() ? "财政缴款数据" : ChannelCode.valueOf(code).label() + "对账单";
        }
    }

    private record Moved(String channel, Money in, Money out, int lines) {}

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Matches matches;

    Sources(JdbcClient jdbc, Channels channels, Matches matches) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.matches = matches;
    }

    /** Each open channel, each one that moved money that day, and the treasury where any money moved. */
    List<Source> of(LocalDate day) {
        var ours = moved("""
                select channel, coalesce(sum(amount_fen) filter (where kind <> 'REFUND_PAID'), 0)::bigint as received,
                       coalesce(-sum(amount_fen) filter (where kind = 'REFUND_PAID'), 0)::bigint as sent, count(*) as lines
                  from ledger.v_line
                 where booked_on = :day and account = 'CHANNEL' and kind in ('RECEIPT', 'UNCLEAR', 'CORRECTED', 'REFUND_PAID')
                   and channel is not null group by channel
                """, day);
        var theirs = moved("""
                select channel, coalesce(sum(amount_fen) filter (where kind = 'IN'), 0)::bigint as received,
                       coalesce(sum(amount_fen) filter (where kind = 'OUT'), 0)::bigint as sent, count(*) as lines
                  from payment.statement_line
                 where channel in ('WECHAT', 'ALIPAY', 'TRANSFER') and (booked_at at time zone 'Asia/Shanghai')::date = :day
                 group by channel
                """, day);
        var codes = new TreeSet<ChannelCode>(channels.open());
        ours.forEach(one -> codes.add(ChannelCode.valueOf(one.channel())));
        theirs.forEach(one -> codes.add(ChannelCode.valueOf(one.channel())));
        var sources = new ArrayList<Source>();
        for (var code : codes) {
            var our = of(ours, code.name());
            var their = of(theirs, code.name());
            sources.add(new Source(
                    code.name(),
                    statements(code.name(), day),
                    their.lines(),
                    our.in(),
                    our.out(),
                    their.in(),
                    their.out(),
                    absent(day, code.name()).orElse(null)));
        }
        if (!ours.isEmpty() || !theirs.isEmpty() || !imports(day).isEmpty()) {
            sources.add(fiscal(day));
        }
        return sources;
    }

    private Source fiscal(LocalDate day) {
        var due = matches.fiscal(List.of(day));
        int lines = jdbc.sql("select count(*) from payment.fiscal_line where day = :day and reversed_at is null")
                .param("day", day)
                .query(Integer.class)
                .single();
        return new Source(
                FISCAL,
                imports(day),
                lines,
                due.stream().map(Matches.Due::due).reduce(Money.ZERO, Money::plus),
                Money.ZERO,
                due.stream().map(Matches.Due::got).reduce(Money.ZERO, Money::plus),
                Money.ZERO,
                absent(day, FISCAL).orElse(null));
    }

    private List<Moved> moved(String sql, LocalDate day) {
        return jdbc.sql(sql)
                .param("day", day)
                .query((row, n) -> new Moved(
                        row.getString("channel"),
                        new Money(row.getLong("received")),
                        new Money(row.getLong("sent")),
                        row.getInt("lines")))
                .list();
    }

    private static Moved of(List<Moved> all, String channel) {
        return all.stream()
                .filter(one -> one.channel().equals(channel))
                .findFirst()
                .orElse(new Moved(channel, Money.ZERO, Money.ZERO, 0));
    }

    private List<Long> statements(String channel, LocalDate day) {
        return jdbc.sql("""
                        select id from payment.statement
                         where channel = :channel and last_day >= :day and first_day <= :day order by id
                        """)
                .param("channel", channel)
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private List<Long> imports(LocalDate day) {
        return jdbc.sql("select id from payment.fiscal_import where day = :day order by id")
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private Optional<Absent> absent(LocalDate day, String source) {
        return jdbc.sql("select reason, account_id from payment.absent_source where day = :day and source = :source")
                .param("day", day)
                .param("source", source)
                .query((row, n) -> new Absent(row.getString("reason"), row.getLong("account_id")))
                .optional();
    }

    /** False when it was named before. */
    boolean name(LocalDate day, String source, String reason, Actor by, Instant now) {
        return jdbc.sql("""
                        insert into payment.absent_source (day, source, reason, account_id, named_at)
                        values (:day, :source, :reason, :by, :now) on conflict do nothing
                        """)
                        .param("day", day)
                        .param("source", source)
                        .param("reason", reason)
                        .param("by", by.account())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Writes down what the day is closed with, and its differences as they stand. */
    void freeze(LocalDate day, List<Source> sources) {
        int place = 0;
        for (var source : sources) {
            if (!source.isThere()) {
                var absent = Objects.requireNonNull(source.absent());
                freeze(day, ++place, source, null, "", absent.reason(), absent.by());
            }
            for (long document : source.documents()) {
                var hash = source.isFiscal() ? importHash(document) : statementHash(document, day);
                freeze(day, ++place, source, document, hash, "", null);
            }
        }
        jdbc.sql("""
                insert into payment.closed_difference (day, place, difference_id, line)
                select day, row_number() over (order by id), id,
                       json_build_array(kind, channel, mark, number, ours_fen, theirs_fen, state, note)::text
                  from payment.difference where day = :day
                """).param("day", day).update();
    }

    private void freeze(
            LocalDate day,
            int place,
            Source source,
            @Nullable Long document,
            String hash,
            String absent,
            @Nullable Long by) {
        jdbc.sql("""
                insert into payment.closed_source (day, place, source, statement_id, import_id, content_hash, absent, named_by)
                values (:day, :place, :source, :statement, :import, :hash, :absent, :by)
                """)
                .param("day", day)
                .param("place", place)
                .param("source", source.code())
                .param("statement", source.isFiscal() ? null : document, java.sql.Types.BIGINT)
                .param("import", source.isFiscal() ? document : null, java.sql.Types.BIGINT)
                .param("hash", hash)
                .param("absent", absent)
                .param("by", by, java.sql.Types.BIGINT)
                .update();
    }

    private String statementHash(long statement, LocalDate day) {
        return jdbc.sql("""
                        select encode(sha256(convert_to(st.hash || coalesce((
                               select string_agg(json_build_array(place, kind, transaction_no, number, amount_fen,
                                                 extract(epoch from booked_at), payer)::text, chr(10) order by place)
                                 from payment.statement_line
                                where statement_id = st.id and (booked_at at time zone 'Asia/Shanghai')::date = :day), ''), 'UTF8')), 'hex')
                          from payment.statement st where st.id = :statement
                        """)
                .param("statement", statement)
                .param("day", day)
                .query(String.class)
                .single();
    }

    private String importHash(long file) {
        return jdbc.sql("""
                        select encode(sha256(convert_to(i.hash || coalesce((
                               select string_agg(json_build_array(place, day, channel, slip_no, amount_fen)::text, chr(10) order by place)
                                 from payment.fiscal_line where import_id = i.id), ''), 'UTF8')), 'hex')
                          from payment.fiscal_import i where i.id = :file
                        """).param("file", file).query(String.class).single();
    }

    private record Frozen(
            String head, @Nullable Long statement, @Nullable Long file) {}

    /** Of all that was frozen with a day, added up anew from statements, imports and the list of differences. */
    String besideHash(LocalDate day) {
        var lines = new ArrayList<String>();
        jdbc.sql("""
                select json_build_array(place, source, statement_id, import_id, absent, named_by)::text as head, statement_id, import_id
                  from payment.closed_source where day = :day order by place
                """)
                .param("day", day)
                .query((row, n) -> new Frozen(
                        row.getString("head"),
                        row.getObject("statement_id", Long.class),
                        row.getObject("import_id", Long.class)))
                .list()
                .forEach(one -> lines.add(one.head() + content(one, day)));
        lines.addAll(jdbc.sql("""
                        select json_build_array(place, difference_id, line)::text from payment.closed_difference
                         where day = :day order by place
                        """).param("day", day).query(String.class).list());
        return Sha256.of(String.join("\n", lines));
    }

    private String content(Frozen one, LocalDate day) {
        if (one.statement() != null) {
            return statementHash(one.statement(), day);
        }
        return one.file() == null ? "" : importHash(one.file());
    }
}
