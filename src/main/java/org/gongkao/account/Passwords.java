package org.gongkao.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * 密码。Hashes with Argon2id and checks, never more at once than the machine bears: a flood of sign-ins waits in line
 * instead of eating the memory of everybody else.
 */
@Component
class Passwords {

    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;
    private static final Set<String> COMMON = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "11111111",
            "88888888",
            "66666666",
            "00000000",
            "password",
            "password1",
            "qwertyui",
            "qwerty123",
            "abc12345",
            "a1234567",
            "a12345678",
            "1qaz2wsx",
            "aa123456",
            "abcd1234",
            "woaini1314",
            "5201314520",
            "gongkao123");

    /** 密码强度。Memory in KiB and rounds of Argon2id; tests take less. */
    @ConfigurationProperties("gongkao.passwords")
    record Cost(
            @DefaultValue("19456") int memory,
            @DefaultValue("2") int rounds) {}

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    Passwords(Cost cost) {
        this.encoder = new Argon2PasswordEncoder(16, 32, 1, cost.memory(), cost.rounds());
        this.nobodys =
                "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.rounds() + ",p=1$" + random(16) + "$" + random(32);
    }

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(password));
        } finally {
            turns.release();
        }
    }

    /** Takes as long for an account that does not exist, so that the time tells nothing. */
    boolean matches(String password, @Nullable String hash) {
        turns.acquireUninterruptibly();
        try {
            boolean same = encoder.matches(password, hash == null ? nobodys : hash);
            return same && hash != null;
        } finally {
            turns.release();
        }
    }

    /** Nobody's password has it, and comparing takes as long as with a real one; hashing one would lengthen every start. */
    private static String random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is wrong with a password that somebody wants to have; nothing when it will do. */
    static Optional<String> fault(String password, @Nullable String userName) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("密码请设置为 8 至 64 个字符。");
        }
        var low = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(low) || low.chars().distinct().count() < 4) {
            return Optional.of("这个密码太常见，请换一个别人不容易猜到的。");
        }
        if (userName != null && low.contains(userName.toLowerCase(Locale.ROOT))) {
            return Optional.of("密码里请不要包含用户名。");
        }
        boolean mixed = low.chars().anyMatch(Character::isDigit) && low.chars().anyMatch(c -> !Character.isDigit(c));
        return mixed || length >= 15 ? Optional.empty() : Optional.of("密码请同时用上字母和数字。");
    }
}
