package org.gongkao.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** 请求。As it came in: path and query undecoded, for signatures are made over them; names of headers in lower case. */
record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What was asked for, as the sender wrote it: path, and query where there is one. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    Map<String, String> parameters() {
        return Form.decode(query);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean is(String aMethod, String aPath) {
        return method.equals(aMethod) && path.equals(aPath);
    }
}
