package org.gongkao.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * 通知。Tells the product what became of an order, signed, again and again until it says 2xx: after 1, 2, 4 … seconds, at
 * most a minute apart, twenty times in all. Each try has its own time and nonce.
 */
final class Teller {

    private static final int TRIES = 20;

    private final Signatures signatures;
    private final Misbehaviour misbehaviour;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4, task -> {
        var thread = new Thread(task, "teller");
        thread.setDaemon(true);
        return thread;
    });
    private final BlockingQueue<Order> heldBack = new LinkedBlockingQueue<>();

    Teller(Signatures signatures, Misbehaviour misbehaviour) {
        this.signatures = signatures;
        this.misbehaviour = misbehaviour;
    }

    void tell(Order order) {
        if (misbehaviour.takeOne("drop")) {
            return;
        }
        if (misbehaviour.of("reorder") > 0) {
            var before = heldBack.poll();
            if (before == null) {
                heldBack.add(order);
                return;
            }
            begin(order);
            begin(before);
            return;
        }
        begin(order);
    }

    private void begin(Order order) {
        long copies = Math.max(1, misbehaviour.of("duplicate"));
        for (int copy = 0; copy < copies; copy++) {
            later.schedule(() -> send(order, 1), misbehaviour.of("delay"), TimeUnit.MILLISECONDS);
        }
    }

    private void send(Order order, int tries) {
        boolean taken = false;
        try {
            taken = post(order) / 100 == 2;
        } catch (IOException notReached) {
            // tried again below
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!taken && tries < TRIES) {
            later.schedule(() -> send(order, tries + 1), Math.min(60, 1L << (tries - 1)), TimeUnit.SECONDS);
        }
    }

    private int post(Order order) throws IOException, InterruptedException {
        var uri = URI.create(order.notifyUrl());
        Map<String, String> fields = misbehaviour.told(new LinkedHashMap<>(order.answer("")));
        fields.remove("pay_url");
        var body = Form.encode(fields);
        var time = Signatures.now();
        var nonce = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Gongkao-Time", time)
                .header("Gongkao-Nonce", nonce)
                .header("Gongkao-Signature", signatures.sign(Signatures.text("POST", uri.getPath(), time, nonce, body)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
