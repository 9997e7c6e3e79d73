package org.gongkao.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** 收银台。The payer's page: pay, fail, or go back. Knows the order's title and amount, and nobody's name. */
final class PayDesk implements HttpHandler {

    private final Orders orders;
    private final Teller teller;

    PayDesk(Orders orders, Teller teller) {
        this.orders = orders;
        this.teller = teller;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/pay/style.css")) {
                send(exchange, 200, "text/css; charset=utf-8", PayPage.STYLE);
                return;
            }
            var found = orders.byToken(path.substring("/pay/".length()));
            if (found.isEmpty()) {
                send(exchange, 404, "text/html; charset=utf-8", PayPage.notFound());
                return;
            }
            if (exchange.getRequestMethod().equals("POST")) {
                act(exchange, found.get());
            } else {
                var failed = "failed".equals(exchange.getRequestURI().getQuery());
                send(exchange, 200, "text/html; charset=utf-8", PayPage.of(found.get(), failed));
            }
        }
    }

    private void act(HttpExchange exchange, Order order) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(1024), StandardCharsets.UTF_8);
        if (Form.decode(body).getOrDefault("act", "").equals("pay")) {
            var transaction =
                    Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));
            var after = orders.change(
                    order.number(),
                    known ->
                            known.state() == Order.State.AWAITING && !known.isOver() ? known.paid(transaction) : known);
            if (after.transaction().equals(transaction)) {
                teller.tell(after);
            }
            redirect(exchange, after.state() == Order.State.PAID ? after.returnUrl() : "/pay/" + order.token());
        } else {
            redirect(exchange, "/pay/" + order.token() + "?failed");
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(303, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", type);
        headers.add("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        headers.add("Referrer-Policy", "no-referrer");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Cache-Control", "no-store");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
