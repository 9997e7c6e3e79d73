package org.gongkao.gateway;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 故障开关。What the tests make go wrong: {@code duplicate} (messages sent more than once), {@code delay} (milliseconds before
 * a message), {@code reorder} (each message waits for the next, which goes first), {@code drop} (so many messages are
 * never sent), {@code lie} (fen added to a reported amount), {@code impostor} (another payer is reported), {@code fail} (so
 * many requests are answered with 500), {@code silent} (so many are not answered in time).
 */
final class Misbehaviour {

    private static final Set<String> KNOWN =
            Set.of("duplicate", "delay", "reorder", "drop", "lie", "impostor", "fail", "silent");

    private final Map<String, Long> switches = new ConcurrentHashMap<>();

    Misbehaviour(Map<String, String> settings) {
        set(settings);
    }

    void set(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (KNOWN.contains(name)) {
                switches.put(name, Long.parseLong(value));
            }
        });
    }

    long of(String name) {
        return switches.getOrDefault(name, 0L);
    }

    /** True so often as the switch says, counting down. */
    boolean takeOne(String name) {
        var before = new long[1];
        switches.computeIfPresent(name, (any, left) -> {
            before[0] = left;
            return Math.max(0, left - 1);
        });
        return before[0] > 0;
    }

    /** What is told to the product, with the lies that were asked for. */
    Map<String, String> told(Map<String, String> fields) {
        if (fields.containsKey("amount") && of("lie") != 0) {
            fields.put("amount", Long.toString(Long.parseLong(fields.get("amount")) + of("lie")));
        }
        if (fields.containsKey("payer") && of("impostor") != 0) {
            fields.put("payer", "GK0");
        }
        return fields;
    }
}
