package org.gongkao.textbook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What payment told of sums of which something went back. Only ever added to. */
@Repository
class RefundedSums {

    private final JdbcClient jdbc;

    RefundedSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True for the first who says so. */
    boolean add(long refund, String purposeKey, Money remaining, Instant now) {
        return jdbc.sql("""
                        insert into textbook.refunded (refund_id, purpose_key, remaining_fen, heard_at)
                        values (:refund, :key, :remaining, :now) on conflict do nothing
                        """)
                        .param("refund", refund)
                        .param("key", purposeKey)
                        .param("remaining", remaining.fen())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What is still here; empty where nothing went back. */
    Optional<Money> remaining(String purposeKey) {
        return jdbc.sql("select remaining_fen from textbook.refunded where purpose_key = :key order by 1 limit 1")
                .param("key", purposeKey)
                .query(Long.class)
                .optional()
                .map(Money::new);
    }
}
