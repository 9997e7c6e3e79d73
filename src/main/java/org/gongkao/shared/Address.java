package org.gongkao.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** 网址。The address of a list with what it is narrowed to; what is empty is left out. */
public record Address(String path) {

    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, String value) {
        return value.isEmpty()
                ? this
                : new Address(path + (path.contains("?") ? "&" : "?") + name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    public Address with(Map<String, String> values) {
        var address = this;
        for (var one : values.entrySet()) {
            address = address.with(one.getKey(), one.getValue());
        }
        return address;
    }

    @Override
    public String toString() {
        return path;
    }
}
