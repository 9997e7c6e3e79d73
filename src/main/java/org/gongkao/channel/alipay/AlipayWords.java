package org.gongkao.channel.alipay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/** 支付宝写法。Amounts and times as Alipay writes them: yuan with a point, Asia/Shanghai without a zone. */
final class AlipayWords {

    /** Beyond any charge, and what a long would carry. */
    private static final long HIGHEST_FEN = 999_999_999L;

    private static final int LONGEST_TITLE = 256;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Answers write 100.2 where messages write 100.20. */
    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,8})(?:\\.([0-9]{1,2}))?");

    private AlipayWords() {}

    static String yuan(Money amount) {
        return String.format(Locale.ROOT, "%d.%02d", amount.fen() / 100, amount.fen() % 100);
    }

    /** Exactly, without a binary fraction on the way; nothing when it is not the amount of a payment. */
    static Optional<Money> amount(@Nullable String yuan) {
        return fen(yuan).filter(fen -> fen > 0 && fen <= HIGHEST_FEN).map(Money::new);
    }

    /** Also zero, and the sums of a whole day. */
    static Optional<Long> fen(@Nullable String yuan) {
        var matcher = YUAN.matcher(yuan == null ? "" : yuan);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var fraction = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(Long.parseLong(matcher.group(1)) * 100 + Long.parseLong((fraction + "00").substring(0, 2)));
    }

    /** Without the signs that Alipay takes in no title, and no longer than it takes one. */
    static String title(String title) {
        var allowed = title.replace('/', '／').replace('=', '＝').replace('&', '＆');
        return allowed.length() <= LONGEST_TITLE ? allowed : allowed.substring(0, LONGEST_TITLE);
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(Shanghai.ZONE));
    }

    static Optional<Instant> time(@Nullable String text) {
        try {
            return Optional.of(LocalDateTime.parse(text == null ? "" : text, TIME)
                    .atZone(Shanghai.ZONE)
                    .toInstant());
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }
}
