package org.gongkao.sms;

import java.util.ArrayDeque;
import java.util.List;
import org.gongkao.shared.MachineClock;

/**
 * 演示发件箱。Takes the place of a provider in demo and tests: nothing leaves the machine, everything can be read on a page.
 * Kept in memory only, so that no number is stored where {@code person} does not seal it.
 */
public final class Outbox implements SmsSender {

    private static final int KEPT = 200;

    private final ArrayDeque<SmsOutboxLine> lines = new ArrayDeque<>();
    private final MachineClock clock;

    Outbox(MachineClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void send(SmsMessage message) {
        lines.addFirst(new SmsOutboxLine(clock.instant(), message.number(), message.text()));
        if (lines.size() > KEPT) {
            lines.removeLast();
        }
    }

    /** The newest first. */
    public synchronized List<SmsOutboxLine> latest() {
        return List.copyOf(lines);
    }

    public synchronized void clear() {
        lines.clear();
    }
}
