package org.gongkao.account;

import java.sql.Timestamp;
import org.gongkao.shared.MachineClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 常用设备。The devices from which an account was signed in to before. */
@Repository
class Devices {

    private final JdbcClient jdbc;
    private final MachineClock clock;

    Devices(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean knows(long account, @Nullable String tokenHash) {
        return tokenHash != null
                && jdbc.sql(
                                "select exists (select from account.device where account_id = :account and token_hash = :hash)")
                        .param("account", account)
                        .param("hash", tokenHash)
                        .query(Boolean.class)
                        .single();
    }

    void seen(long account, String tokenHash) {
        jdbc.sql("""
                insert into account.device (account_id, token_hash, known_since, last_seen)
                values (:account, :hash, :now, :now)
                on conflict (account_id, token_hash) do update set last_seen = excluded.last_seen
                """)
                .param("account", account)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void forget(long account) {
        jdbc.sql("delete from account.device where account_id = :account")
                .param("account", account)
                .update();
    }
}
