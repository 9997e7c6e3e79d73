package org.gongkao.ledger;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Shanghai;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 记账。Books entries, in the transaction of what they come from. Nothing in it is ever changed. */
@Component
public class Bookkeeping {

    private final JdbcTemplate jdbc;

    Bookkeeping(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * False when this source was booked before; nothing is added then. Where the day of {@code at} is closed, it is booked on
     * the first day that is open.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(Posting posting, Actor by, Instant at) {
        var entry = jdbc.queryForList(
                """
                insert into ledger.entry (source, kind, booked_on, posted_at, account_id) values (?, ?, ledger.open_day(?), ?, ?)
                on conflict (source) do nothing returning id
                """,
                Long.class,
                posting.source(),
                posting.kind().name(),
                Shanghai.day(at),
                Timestamp.from(at),
                by.account());
        if (entry.isEmpty()) {
            return false;
        }
        int[] place = {0};
        jdbc.batchUpdate("""
                insert into ledger.line
                       (entry_id, place, account, amount_fen, channel, purpose, charge_id, transaction_no, region_code, level)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, posting.lines(), posting.lines().size(), (statement, line) -> {
            var about = line.about();
            statement.setLong(1, entry.getFirst());
            statement.setInt(2, ++place[0]);
            statement.setString(3, line.account().name());
            statement.setLong(4, line.amount().fen());
            statement.setString(
                    5, about.channel() == null ? null : about.channel().name());
            statement.setString(6, about.purpose());
            statement.setObject(7, about.charge(), Types.BIGINT);
            statement.setString(8, about.transaction());
            statement.setString(9, about.region());
            statement.setObject(10, about.level(), Types.INTEGER);
        });
        return true;
    }
}
