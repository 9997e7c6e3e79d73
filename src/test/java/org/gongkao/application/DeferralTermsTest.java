package org.gongkao.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkao.shared.Office;
import org.gongkao.shared.Shanghai;
import org.junit.jupiter.api.Test;

/** 容缺规定: the year's date or the eve of the own exam day; what may be promised; whose word is asked. */
class DeferralTermsTest {

    private static final Instant DUE = Shanghai.startOf(LocalDate.parse("2023-07-01"));

    private static final DeferralTerms TERMS = new DeferralTerms(List.of("APPRAISAL"), DUE, "三（三）", "告知");

    @Test
    void the_eve_of_the_own_exam_day_comes_first_when_it_is_earlier() {
        assertThat(TERMS.due(null)).isEqualTo(DUE);
        assertThat(TERMS.due(LocalDate.parse("2023-07-08"))).isEqualTo(DUE);
        assertThat(TERMS.due(LocalDate.parse("2023-07-01"))).isEqualTo(DUE);
        assertThat(Shanghai.deadline(TERMS.due(LocalDate.parse("2023-06-10")))).isEqualTo("2023年6月9日 24:00");
    }

    @Test
    void only_the_kinds_of_the_year_are_deferred_and_only_before_its_date() {
        assertThat(TERMS.allow("APPRAISAL", DUE.minusMillis(1))).isTrue();
        assertThat(TERMS.allow("APPRAISAL", DUE)).isFalse();
        assertThat(TERMS.allow("ID_CARD", DUE.minusMillis(1))).isFalse();
        assertThat(DeferralTerms.NONE.allow("APPRAISAL", Instant.EPOCH.minusMillis(1)))
                .isFalse();
    }

    @Test
    void whatever_of_the_terms_changes_is_seen_by_their_hash() {
        assertThat(Set.of(
                        TERMS.hash(),
                        new DeferralTerms(TERMS.kinds(), DUE.plusSeconds(1), "三（三）", "告知").hash(),
                        new DeferralTerms(TERMS.kinds(), DUE, "三（四）", "告知").hash(),
                        new DeferralTerms(TERMS.kinds(), DUE, "三（三）", "另一告知").hash()))
                .hasSize(4);
    }

    @Test
    void a_promise_given_in_a_correction_goes_before_the_unit_whatever_else_it_had_confirmed() {
        var unit = Office.unit("12410305MB1A00003X");
        var promise = new ReviewItem("promise:1", "容缺后补：年度考核", "h", ReviewItem.Kind.PROMISE);
        var findings = new Findings(List.of(promise), List.of(), Set.of());
        assertThat(findings.touched(unit)).isTrue();
        assertThat(findings.touched(Office.agency("410305"))).isFalse();
        var seen = new Finding(
                1, unit.toString(), "promise:1", "h", ItemOutcome.DEFERRED, null, "", "", "刘芳", Instant.EPOCH);
        assertThat(new Findings(List.of(promise), List.of(seen), Set.of()).touched(unit))
                .isFalse();
    }
}
