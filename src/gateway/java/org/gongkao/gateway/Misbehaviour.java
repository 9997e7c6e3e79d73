package org.gongkao.gateway;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 故障开关。What the tests make go wrong, while the program runs: {@code duplicate} (messages sent more than once), {@code delay}
 * (milliseconds before a message), {@code reorder} (each message waits for the next, which goes first), {@code drop} (so many
 * messages are never sent), {@code lie} (fen added to each amount that is told), {@code impostor} (another payer is told),
 * {@code fail} (so many requests are answered with 500 and not carried out), {@code silent} (so many are carried out and not
 * answered), {@code refund} ({@code working}, {@code failed}, {@code abnormal}: what becomes of refunds), {@code statement}
 * ({@code cut}, {@code line}, {@code hash}, {@code gbk}, {@code late}: what is wrong with a day's statement).
 */
final class Misbehaviour {

    private static final Set<String> KNOWN =
            Set.of("duplicate", "delay", "reorder", "drop", "lie", "impostor", "fail", "silent", "refund", "statement");

    private final Map<String, String> switches = new ConcurrentHashMap<>();

    Misbehaviour(Map<String, String> settings) {
        set(settings);
    }

    void set(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (KNOWN.contains(name)) {
                switches.put(name, value);
            }
        });
    }

    void reset() {
        switches.clear();
    }

    long of(String name) {
        return Long.parseLong(switches.getOrDefault(name, "0"));
    }

    boolean is(String name, String word) {
        return word.equals(switches.get(name));
    }

    /** True so often as the switch says, counting down. */
    boolean takeOne(String name) {
        var before = new long[1];
        switches.computeIfPresent(name, (any, left) -> {
            before[0] = Long.parseLong(left);
            return Long.toString(Math.max(0, before[0] - 1));
        });
        return before[0] > 0;
    }

    /** The amount as it is told. */
    long told(long fen) {
        return fen + of("lie");
    }

    /** The payer's mark as it is told. */
    String told(String payer) {
        return of("impostor") == 0 ? payer : "GK0";
    }

    /** Whether the answer is lost: then this waits until nobody waits for it any more. */
    boolean swallows() throws InterruptedException {
        if (takeOne("silent")) {
            Thread.sleep(12_000);
            return true;
        }
        return false;
    }
}
