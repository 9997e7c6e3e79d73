package org.gongkao.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedPackageTest {

    private final Cycle cycle = ShippedPackage.LUOYANG_2023.read();

    @ParameterizedTest
    @CsvSource({
        "UNIT_NAMES,   2023-03-06T00:00:00+08:00, 2023-03-09T00:00:00+08:00",
        "REGISTRATION, 2023-03-10T00:00:00+08:00, 2023-03-29T00:00:00+08:00",
        "CORRECTION,   2023-03-10T00:00:00+08:00, 2023-04-09T00:00:00+08:00",
        "UNIT_REVIEW,  2023-03-10T00:00:00+08:00, 2023-04-04T00:00:00+08:00",
        "REVIEW,       2023-03-10T00:00:00+08:00, 2023-04-11T00:00:00+08:00",
        "PAYMENT,      2023-03-10T00:00:00+08:00, 2023-04-15T00:00:00+08:00",
        "TRAINING,     2023-04-01T00:00:00+08:00, 2023-08-01T00:00:00+08:00",
        "EXAMINATION,  2023-07-01T00:00:00+08:00, 2023-12-01T00:00:00+08:00",
        "CONCLUSION,   2023-11-01T00:00:00+08:00, 2024-01-01T00:00:00+08:00",
    })
    void the_windows_are_those_of_the_notice(Window window, OffsetDateTime from, OffsetDateTime to) {
        assertThat(cycle.window(window)).isEqualTo(new Period(from.toInstant(), to.toInstant()));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-10T00:00:00.000+08:00, true",
        "2023-03-09T23:59:59.999+08:00, false",
        "2023-03-28T23:59:59.999+08:00, true",
        "2023-03-29T00:00:00.000+08:00, false",
    })
    void registration_ends_at_24_00_of_28_march(OffsetDateTime at, boolean open) {
        assertThat(cycle.isOpen(Window.REGISTRATION, at.toInstant())).isEqualTo(open);
    }

    @Test
    void several_windows_are_open_at_once() {
        assertThat(cycle.openAt(Instant.parse("2023-03-15T04:00:00Z")))
                .containsExactlyInAnyOrder(
                        Window.REGISTRATION, Window.CORRECTION, Window.UNIT_REVIEW, Window.REVIEW, Window.PAYMENT);
    }

    @Test
    void what_no_document_fixes_is_marked() {
        assertThat(cycle.unconfirmed("windows.PAYMENT.to")).isTrue();
        assertThat(cycle.unconfirmed("windows.CORRECTION.to")).isTrue();
        assertThat(cycle.unconfirmed("windows.REGISTRATION.to")).isFalse();
        assertThat(cycle.unconfirmed("settings.own_date_days")).isTrue();
        assertThat(cycle.ownDateDays()).isEqualTo(5);
    }

    @Test
    void it_names_the_year_its_documents_and_its_hotline() {
        assertThat(cycle.year()).isEqualTo(2023);
        assertThat(cycle.regionCode()).isEqualTo("410300");
        assertThat(cycle.noticeDay()).isEqualTo(LocalDate.of(2023, 3, 9));
        assertThat(cycle.contact().hotline()).isEqualTo("0379-69933812");
        assertThat(cycle.citations()).extracting(Citation::number).contains("豫人社函〔2023〕39号", "豫人社工考〔2013〕1号");
        assertThat(cycle.stages()).hasSize(6);
        assertThat(cycle.hash()).hasSize(64);
    }
}
