package org.gongkao.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.gongkao.cycle.ShippedPackage;
import org.gongkao.sanction.SanctionRules.CountedFrom;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 两年内禁止再次申报 (考务通知 八（三）): when two years are over, under each way of counting. */
class SanctionRulesTest {

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // 开始的当日不计入; the last day ends at 24:00, that is 00:00 of the next
        "DECISION,  2, 2023-04-03T10:00:00,     2025-04-04T00:00:00",
        "DECISION,  2, 2023-04-03T00:00:00,     2025-04-04T00:00:00",
        "DECISION,  2, 2023-04-03T23:59:59.999, 2025-04-04T00:00:00",
        "DECISION,  1, 2023-12-31T23:59:59,     2025-01-01T00:00:00",
        // 没有对应日的，月末日为最后一日
        "DECISION,  2, 2024-02-29T10:00:00,     2026-03-01T00:00:00",
        "DECISION,  4, 2024-02-29T10:00:00,     2028-03-01T00:00:00",
        "DECISION,  2, 2024-02-28T10:00:00,     2026-03-01T00:00:00",
        "DECISION,  2, 2022-02-28T10:00:00,     2024-02-29T00:00:00",
        "DECISION,  2, 2024-03-01T10:00:00,     2026-03-02T00:00:00",
        "EXAM_YEAR, 2, 2023-04-03T10:00:00,     2026-01-01T00:00:00",
        "EXAM_YEAR, 2, 2024-02-29T10:00:00,     2026-01-01T00:00:00",
        "FILING,    2, 2023-04-03T10:00:00,     2025-03-16T00:00:00",
        "FILING,    3, 2024-02-29T10:00:00,     2026-03-16T00:00:00",
    })
    void the_end_is_24_00_of_the_day_that_corresponds(CountedFrom from, int years, String decided, String end) {
        var rules = new SanctionRules(years, from, 5, "八（三）", "复议");
        assertThat(rules.end(at(decided), 2023, LocalDate.of(2023, 3, 15))).isEqualTo(at(end));
    }

    @Test
    void a_bar_is_half_open_to_the_second() {
        var bar = new Bar("5号", at("2023-04-03T10:00:00"), at("2025-04-04T00:00:00"));
        assertThat(bar.covers(at("2023-04-03T09:59:59.999999"))).isFalse();
        assertThat(bar.covers(at("2023-04-03T10:00:00"))).isTrue();
        assertThat(bar.covers(at("2025-04-03T23:59:59.999999"))).isTrue();
        assertThat(bar.covers(at("2025-04-04T00:00:00"))).isFalse();
    }

    @Test
    void the_year_2023_bars_for_two_years_and_marks_what_the_notice_leaves_open() {
        var cycle = ShippedPackage.LUOYANG_2023.read(new SanctionSection());
        var rules = cycle.section(SanctionRules.class);
        assertThat(rules.years()).isEqualTo(2);
        assertThat(rules.countedFrom()).isEqualTo(CountedFrom.DECISION);
        assertThat(rules.answerDays()).isEqualTo(5);
        assertThat(cycle.unconfirmed("sanctions.counted_from")).isTrue();
        assertThat(cycle.unconfirmed("sanctions.answer_days")).isTrue();
        assertThat(cycle.unconfirmed("sanctions.appeal")).isTrue();
        assertThat(cycle.unconfirmed("sanctions.years")).isFalse();
    }
}
