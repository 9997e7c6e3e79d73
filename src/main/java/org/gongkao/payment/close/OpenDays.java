package org.gongkao.payment.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkao.ledger.ClosedDay;
import org.gongkao.ledger.ClosingDays;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which days are to be closed: from the first on which any side booked anything, in order. */
@Repository
class OpenDays {

    private final JdbcClient jdbc;
    private final ClosingDays closing;

    OpenDays(JdbcClient jdbc, ClosingDays closing) {
        this.jdbc = jdbc;
        this.closing = closing;
    }

    Optional<LocalDate> first() {
        var booked = closing.firstOpen();
        if (closing.last().isPresent()) {
            return booked;
        }
        var stated = jdbc.sql("""
                        select least((select min((booked_at at time zone 'Asia/Shanghai')::date) from payment.statement_line),
                                     (select min(day) from payment.fiscal_import))
                        """)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        return booked.isEmpty() || stated.isPresent() && stated.get().isBefore(booked.get()) ? stated : booked;
    }

    /** Those that are over. */
    List<LocalDate> over(Instant now) {
        var today = Shanghai.day(now);
        return first().filter(day -> day.isBefore(today))
                .map(day -> day.datesUntil(today).toList())
                .orElse(List.of());
    }

    Optional<LocalDate> lastClosed() {
        return closing.last().map(ClosedDay::day);
    }
}
