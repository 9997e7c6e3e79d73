package org.gongkao.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongkao.supervision.Risk.Officer;
import org.junit.jupiter.api.Test;

/** From when on a way of deciding is shown, to the last one below it. */
class RiskTest {

    private static final RiskLimits LIMITS = new RiskLimits(30, 10, 15, 30, 22, 6, 10);

    private static Officer officer(
            long decided, long approved, long fast, long nightly, long others, long othersApproved) {
        return new Officer(
                "agency:410305",
                7,
                "王海",
                decided,
                approved,
                fast,
                9.4,
                nightly,
                nightly == 0 ? null : LocalDate.of(2023, 3, 27),
                others,
                othersApproved);
    }

    private static java.util.List<RiskKind> kinds(Officer officer) {
        return Risk.of(officer, LIMITS).stream().map(Risk::kind).toList();
    }

    @Test
    void nine_fast_decisions_are_not_shown_and_ten_are_with_their_pace() {
        assertThat(kinds(officer(100, 80, 9, 0, 100, 80))).isEmpty();
        assertThat(Risk.of(officer(100, 80, 10, 0, 100, 80), LIMITS))
                .singleElement()
                .satisfies(risk -> assertThat(risk.facts()).contains("10 份", "不足 30 秒", "平均 9 秒", "批量办理的不计"));
    }

    @Test
    void fifteen_points_above_the_others_are_shown_and_fourteen_are_not() {
        assertThat(kinds(officer(100, 94, 0, 0, 100, 80))).isEmpty();
        assertThat(Risk.of(officer(100, 95, 0, 0, 100, 80), LIMITS))
                .singleElement()
                .satisfies(risk -> assertThat(risk.facts()).contains("95.0 %", "80.0 %"));
    }

    @Test
    void who_decided_little_or_has_nobody_beside_is_not_compared() {
        assertThat(kinds(officer(29, 29, 0, 0, 100, 10))).isEmpty();
        assertThat(kinds(officer(30, 30, 0, 0, 29, 3))).isEmpty();
        assertThat(kinds(officer(30, 30, 0, 0, 30, 3))).containsExactly(RiskKind.LENIENT);
    }

    @Test
    void ten_decisions_in_one_night_are_shown_with_the_night() {
        assertThat(kinds(officer(100, 80, 0, 9, 100, 80))).isEmpty();
        assertThat(Risk.of(officer(100, 80, 0, 10, 100, 80), LIMITS))
                .singleElement()
                .satisfies(risk -> assertThat(risk.facts()).contains("2023年3月27日 22:00 至次日 6:00", "10 份"));
    }
}
