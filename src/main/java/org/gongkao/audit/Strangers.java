package org.gongkao.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkao.shared.MachineClock;
import org.springframework.stereotype.Component;

/**
 * 未登录者的拒绝。What somebody is refused who is not signed in: a wrong password, a wrong code. The first of a kind leaves its line
 * at once; its repetitions from the same address in the same minute are counted and leave one line together, and so are all kinds
 * beyond those that a minute bears. Whoever guesses all night fills no disk. A kill loses the count of one minute, no first line.
 */
@Component
class Strangers {

    static final int KINDS_A_MINUTE = 100;

    private static final Kind BEYOND = new Kind("", "其他请求", "strangers:beyond", "没有登录的请求未予办理，这一分钟里种类过多，合并计数。");

    private final Lines lines;
    private final MachineClock clock;

    private Instant minute = Instant.EPOCH;
    private Map<Kind, Integer> counted = new LinkedHashMap<>();

    Strangers(Lines lines, MachineClock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    private record Kind(String address, String act, String subject, String detail) {}

    void refused(String address, String act, String subject, String detail) {
        closeTheMinute();
        var kind = new Kind(address, act, subject, detail);
        if (isFirst(kind)) {
            write(kind, detail);
        }
    }

    private synchronized boolean isFirst(Kind kind) {
        boolean first = !counted.containsKey(kind);
        boolean beyond = first && counted.size() >= KINDS_A_MINUTE;
        counted.merge(beyond ? BEYOND : kind, 1, Integer::sum);
        return first && !beyond;
    }

    /** Writes what the minutes before this one have counted. */
    void closeTheMinute() {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        write(over(now));
    }

    /** At the end of the program, also what this minute has counted. */
    void close() {
        write(over(Instant.MAX));
    }

    private synchronized Map<Kind, Integer> over(Instant now) {
        if (now.equals(minute)) {
            return Map.of();
        }
        minute = now;
        var past = counted;
        counted = new LinkedHashMap<>();
        return past;
    }

    private void write(Map<Kind, Integer> past) {
        past.forEach((kind, times) -> {
            int told = kind.equals(BEYOND) ? 0 : 1;
            if (times > told) {
                write(kind, kind.detail() + "一分钟内又有 " + (times - told) + " 次。");
            }
        });
    }

    private void write(Kind kind, String detail) {
        lines.addRefused(null, kind.act(), kind.subject(), detail);
    }
}
