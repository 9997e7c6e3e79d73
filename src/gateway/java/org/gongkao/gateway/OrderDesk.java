package org.gongkao.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** 受理窗口。Takes, tells and closes orders for the product; signs every answer for the request it belongs to. */
final class OrderDesk implements HttpHandler {

    private static final int LONGEST = 16_384;

    private final String address;
    private final Orders orders;
    private final Signatures signatures;
    private final Misbehaviour misbehaviour;
    private final Teller teller;

    OrderDesk(String address, Orders orders, Signatures signatures, Misbehaviour misbehaviour, Teller teller) {
        this.address = address;
        this.orders = orders;
        this.signatures = signatures;
        this.misbehaviour = misbehaviour;
        this.teller = teller;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
            var nonce = header(exchange, "Gongkao-Nonce");
            if (!signatures.accepts(
                    path, header(exchange, "Gongkao-Time"), nonce, body, header(exchange, "Gongkao-Signature"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (misbehaviour.takeOne("silent")) {
                Thread.sleep(Duration.ofSeconds(30));
                return;
            }
            if (misbehaviour.takeOne("fail")) {
                send(exchange, nonce, 500, Map.of("order", "none", "state", "BROKEN"));
                return;
            }
            var fields = Form.decode(body);
            send(exchange, nonce, 200, misbehaviour.told(answer(path, fields)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> answer(String path, Map<String, String> fields) {
        var number = fields.getOrDefault("order", "");
        return switch (path) {
            case "/orders" -> prepare(number, fields);
            case "/orders/query" ->
                orders.find(number).map(order -> order.answer(address)).orElseGet(() -> word(number, "NONE"));
            case "/orders/close" -> close(number);
            default -> word(number, "REFUSED");
        };
    }

    private Map<String, String> prepare(String number, Map<String, String> fields) {
        var now = Instant.parse(fields.get("now"));
        var lag = Duration.between(Instant.now(), now);
        var expires = Instant.parse(fields.get("expires"));
        long amount = Long.parseLong(fields.get("amount"));
        var there = orders.find(number);
        if (there.isPresent()) {
            var order = there.get();
            if (order.amount() != amount || !Objects.equals(order.payer(), fields.get("payer"))) {
                return word(number, "REFUSED");
            }
            return orders.change(number, known -> known.until(expires, lag)).answer(address);
        }
        if (amount <= 0) {
            return word(number, "REFUSED");
        }
        return orders.add(new Order(
                        number,
                        orders.secret(),
                        fields.get("payer"),
                        amount,
                        fields.get("title"),
                        expires,
                        fields.get("return_url"),
                        fields.get("notify_url"),
                        lag,
                        Order.State.AWAITING,
                        "",
                        ""))
                .answer(address);
    }

    private Map<String, String> close(String number) {
        if (orders.find(number).isEmpty()) {
            return word(number, "NONE");
        }
        var before = orders.find(number).orElseThrow();
        var order = orders.change(number, known -> known.state() == Order.State.AWAITING ? known.closed() : known);
        if (before.state() != order.state()) {
            teller.tell(order);
        }
        return order.answer(address);
    }

    private static Map<String, String> word(String number, String state) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("order", number);
        fields.put("state", state);
        return fields;
    }

    private void send(HttpExchange exchange, String nonce, int status, Map<String, String> fields) throws IOException {
        var body = Form.encode(fields);
        var time = Signatures.now();
        exchange.getResponseHeaders().add("Gongkao-Time", time);
        exchange.getResponseHeaders()
                .add(
                        "Gongkao-Signature",
                        signatures.sign(Signatures.text("ANSWER", Integer.toString(status), time, nonce, body)));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }
}
