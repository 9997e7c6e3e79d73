package org.gongkao.gateway;

import java.util.function.Consumer;

/** 收银台。The payer's page: pay, fail, or go back. Knows the order's title and amount, and nobody's name. */
final class PayDesk implements Desk {

    private static final String HTML = "text/html; charset=utf-8";

    private final Orders orders;
    private final PlatformTime time;
    private final Consumer<Order> paid;

    /** {@code paid} is told of each order that has just been paid. */
    PayDesk(Orders orders, PlatformTime time, Consumer<Order> paid) {
        this.orders = orders;
        this.time = time;
        this.paid = paid;
    }

    @Override
    public Response answer(Request request) {
        if (request.path().equals("/pay/style.css")) {
            return page(200, "text/css; charset=utf-8", PayPage.STYLE);
        }
        var found = orders.byToken(request.path().substring("/pay/".length()));
        if (found.isEmpty()) {
            return page(404, HTML, PayPage.notFound());
        }
        var order = found.get();
        if (request.method().equals("POST")) {
            var form = Form.decode(request.text());
            return act(order, form.getOrDefault("act", ""), back(order, form.getOrDefault("back", "")));
        }
        var query = request.parameters();
        return page(
                200,
                HTML,
                PayPage.of(
                        order,
                        time.now(),
                        query.containsKey("failed"),
                        back(order, query.getOrDefault("redirect_url", ""))));
    }

    private Response act(Order order, String act, String back) {
        if (act.equals("pay")) {
            var transaction = orders.transactionNumber(order.kind().beginning());
            var after = orders.change(
                    order, known -> known.isPayable(time.now()) ? known.paid(transaction, time.now()) : known);
            if (after.transaction().equals(transaction)) {
                paid.accept(after);
            }
            return Response.redirect(after.isPaid() && !back.isEmpty() ? back : here(order, back, ""));
        }
        return Response.redirect(here(order, back, "failed=1&"));
    }

    private static String here(Order order, String back, String word) {
        var query = word + (back.isEmpty() ? "" : Form.encode(java.util.Map.of("redirect_url", back)));
        return "/pay/" + order.token() + (query.isEmpty() ? "" : "?" + query);
    }

    /** Where the order itself says, else where the address says: the product appends that to WeChat's page for phones. */
    private static String back(Order order, String given) {
        return order.returnUrl().isEmpty() && given.matches("https?://[^\\s\"<>]+") ? given : order.returnUrl();
    }

    private static Response page(int status, String type, String text) {
        return Response.of(status, type, text)
                .with("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'")
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }
}
