package org.gongkao.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * 平台时间。The time of everything that is bought and sold here: this machine's time and a shift, since a demo may stand in
 * another year. Signatures are made at the machine's time, which is not asked here.
 */
final class PlatformTime {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZONE);

    private volatile Duration shift = Duration.ZERO;

    Instant now() {
        return Instant.now().plus(shift).truncatedTo(ChronoUnit.MILLIS);
    }

    void shift(Duration newShift) {
        shift = newShift;
    }

    LocalDate today() {
        return day(now());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** {@code 2023-04-10T09:00:00+08:00}. */
    static String rfc3339(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZONE)
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static Instant ofRfc3339(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** {@code 2023-04-10 09:00:00}. */
    static String plain(Instant at) {
        return PLAIN.format(at);
    }
}
