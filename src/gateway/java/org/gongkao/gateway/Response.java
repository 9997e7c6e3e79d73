package org.gongkao.gateway;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** 应答。What goes back, each header with its name as written here. */
record Response(int status, Map<String, String> headers, byte[] body) {

    static Response of(int status, String type, byte[] body) {
        return new Response(status, Map.of("Content-Type", type), body);
    }

    static Response of(int status, String type, String text) {
        return of(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    static Response redirect(String to) {
        return empty(303).with("Location", to);
    }

    Response with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
