package org.gongkao.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.gongkao.person.Place;
import org.gongkao.person.Seal;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 动态口令。Time-based codes (RFC 6238) on the machine's clock: one step early or late is forgiven, none is taken twice. */
@Repository
class TimeCodes {

    static final String COLUMN = "account.account.totp";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Seal seal;
    private final MachineClock clock;

    TimeCodes(JdbcClient jdbc, Seal seal, MachineClock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * The secret that an enrolment shows: kept until it is confirmed, so that the page can be loaded twice. Once confirmed it is
     * shown to nobody any more, least of all to a second browser that still owes the enrolment.
     */
    byte[] pendingSecret(long account) {
        if (isConfirmed(account)) {
            throw new Refusal(AccountRefusal.STEP_OVER);
        }
        var known = secret(account);
        if (known.isPresent()) {
            return known.get();
        }
        var fresh = new byte[20];
        random.nextBytes(fresh);
        jdbc.sql("update account.account set totp_sealed = :sealed where id = :id and totp_since is null")
                .param("sealed", seal.seal(place(account), Base64.getEncoder().encodeToString(fresh)))
                .param("id", account)
                .update();
        return fresh;
    }

    /** Takes a code for good; answers false when it is wrong or was used. */
    boolean take(long account, String typed) {
        var secret = secret(account);
        if (secret.isEmpty() || !typed.strip().matches("[0-9]{6}")) {
            return false;
        }
        var now = clock.instant();
        for (int around = -1; around <= 1; around++) {
            var at = now.plus(generator.getTimeStep().multipliedBy(around));
            if (code(secret.get(), at).equals(typed.strip())) {
                long step = at.getEpochSecond() / generator.getTimeStep().toSeconds();
                return jdbc.sql("update account.account set totp_step = :step where id = :id and totp_step < :step")
                                .param("step", step)
                                .param("id", account)
                                .update()
                        == 1;
            }
        }
        return false;
    }

    private boolean isConfirmed(long account) {
        return jdbc.sql("select exists (select from account.account where id = :id and totp_since is not null)")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    void confirm(long account) {
        jdbc.sql("update account.account set totp_since = :now where id = :id")
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("id", account)
                .update();
    }

    void forget(long account) {
        jdbc.sql("update account.account set totp_sealed = null, totp_since = null, totp_step = 0 where id = :id")
                .param("id", account)
                .update();
    }

    String code(byte[] secret, java.time.Instant at) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<byte[]> secret(long account) {
        return jdbc.sql("select totp_sealed from account.account where id = :id and totp_sealed is not null")
                .param("id", account)
                .query(byte[].class)
                .optional()
                .map(box -> Base64.getDecoder()
                        .decode(seal.open(place(account), box).getBytes(StandardCharsets.US_ASCII)));
    }

    private static Place place(long account) {
        return new Place(COLUMN, account);
    }
}
