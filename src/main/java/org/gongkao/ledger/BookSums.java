package org.gongkao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 账簿汇总。What came, went back and was remitted, by day, channel, purpose, region and level. */
@Component
public class BookSums {

    /** 汇总范围。Which money is added up; what is null is not asked. */
    public record Range(
            LocalDate first,
            LocalDate last,
            @Nullable ChannelCode channel,
            @Nullable String purpose,
            @Nullable String region,
            @Nullable Integer level) {

        /** The same in all regions. */
        public Range everywhere() {
            return new Range(first, last, channel, purpose, null, level);
        }
    }

    /** 汇总维度。By what sums stand apart. */
    public enum Part {
        DAY,
        CHANNEL,
        PURPOSE,
        REGION,
        LEVEL,
        ALL
    }

    /** 汇总行。{@code key} is the day, the channel and so on; empty where the money has none. */
    public record Sum(Part part, String key, Money received, Money refunded, Money remitted) {

        public Money kept() {
            return received.minus(refunded).minus(remitted);
        }
    }

    private final JdbcClient jdbc;

    BookSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One pass over the day sums for all parts; in each part the keys in order. */
    public List<Sum> of(Range range) {
        return jdbc.sql("""
                        select case when grouping(day) = 0 then 'DAY' when grouping(channel) = 0 then 'CHANNEL'
                                    when grouping(purpose) = 0 then 'PURPOSE' when grouping(region_code) = 0 then 'REGION'
                                    when grouping(level) = 0 then 'LEVEL' else 'ALL' end as part,
                               coalesce(day::text, channel, purpose, region_code, level::text, '') as key,
                               coalesce(sum(amount_fen) filter (where kind in ('RECEIPT', 'UNCLEAR', 'CORRECTED')), 0)::bigint as received,
                               coalesce(-sum(amount_fen) filter (where kind = 'REFUND_PAID'), 0)::bigint as refunded,
                               coalesce(-sum(amount_fen) filter (where kind in ('REMITTED', 'REMITTANCE_REVERSED')), 0)::bigint as remitted
                          from ledger.v_day_sum
                         where account = 'CHANNEL' and day between :first and :last %s
                         group by grouping sets ((day), (channel), (purpose), (region_code), (level), ())
                         order by part, key
                        """.formatted(where(range)))
                .param("first", range.first())
                .param("last", range.last())
                .param(
                        "channel",
                        range.channel() == null ? null : range.channel().name())
                .param("purpose", range.purpose())
                .param("region", range.region())
                .param("level", range.level())
                .query((row, n) -> new Sum(
                        Part.valueOf(row.getString("part")),
                        row.getString("key"),
                        new Money(row.getLong("received")),
                        new Money(row.getLong("refunded")),
                        new Money(row.getLong("remitted"))))
                .list();
    }

    private static String where(Range range) {
        var conditions = new ArrayList<String>();
        if (range.channel() != null) {
            conditions.add(" and channel = :channel");
        }
        if (range.purpose() != null) {
            conditions.add(" and purpose = :purpose");
        }
        if (range.region() != null) {
            conditions.add(" and region_code = :region");
        }
        if (range.level() != null) {
            conditions.add(" and level = :level");
        }
        return String.join("", conditions);
    }
}
