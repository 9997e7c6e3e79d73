package org.gongkao.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** 开关窗口。Lets a test set the switches while the program runs; signed like any request. */
final class SwitchDesk implements HttpHandler {

    private final Signatures signatures;
    private final Misbehaviour misbehaviour;

    SwitchDesk(Signatures signatures, Misbehaviour misbehaviour) {
        this.signatures = signatures;
        this.misbehaviour = misbehaviour;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readNBytes(4096), StandardCharsets.UTF_8);
            boolean ours = signatures.accepts(
                    "/switches",
                    OrderDesk.header(exchange, "Gongkao-Time"),
                    OrderDesk.header(exchange, "Gongkao-Nonce"),
                    body,
                    OrderDesk.header(exchange, "Gongkao-Signature"));
            if (ours) {
                misbehaviour.set(Form.decode(body));
            }
            exchange.sendResponseHeaders(ours ? 204 : 401, -1);
        }
    }
}
