package org.gongkao.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * 通知。Tells the product of what happened, again and again until it thanks: after 1, 2, 4 … seconds, at most a minute apart,
 * twenty times in all.
 */
final class Teller {

    private static final int TRIES = 20;

    private final Misbehaviour misbehaviour;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(8, task -> {
        var thread = new Thread(task, "teller");
        thread.setDaemon(true);
        return thread;
    });
    private final BlockingQueue<Letter> heldBack = new LinkedBlockingQueue<>();

    Teller(Misbehaviour misbehaviour) {
        this.misbehaviour = misbehaviour;
    }

    void tell(Letter letter) {
        if (misbehaviour.takeOne("drop")) {
            return;
        }
        if (misbehaviour.of("reorder") > 0) {
            var before = heldBack.poll();
            if (before == null) {
                heldBack.add(letter);
                return;
            }
            begin(letter);
            begin(before);
            return;
        }
        begin(letter);
    }

    /** Whoever still waits for a next one waits no longer, and is not sent. */
    void forget() {
        heldBack.clear();
    }

    private void begin(Letter letter) {
        long copies = Math.max(1, misbehaviour.of("duplicate"));
        for (int copy = 0; copy < copies; copy++) {
            later.schedule(() -> send(letter, 1), misbehaviour.of("delay"), TimeUnit.MILLISECONDS);
        }
    }

    private void send(Letter letter, int tries) {
        boolean thanked = false;
        try {
            thanked = letter.isThanked(http.send(letter.write(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException notReached) {
            // tried again below
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException defect) {
            defect.printStackTrace();
        }
        if (!thanked && tries < TRIES) {
            later.schedule(() -> send(letter, tries + 1), Math.min(60, 1L << (tries - 1)), TimeUnit.SECONDS);
        }
    }
}
