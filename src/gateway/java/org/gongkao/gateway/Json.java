package org.gongkao.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON 报文。Objects as maps, arrays as lists, whole numbers as {@code Long}. What is not JSON is an IllegalArgumentException. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Map<String, Object> object(String text) {
        return asObject(parse(text));
    }

    static Object parse(String text) {
        var reader = new Json(text);
        try {
            var value = reader.value();
            reader.space();
            if (reader.at < text.length()) {
                throw reader.broken();
            }
            return value;
        } catch (StringIndexOutOfBoundsException cutOff) {
            throw reader.broken();
        }
    }

    /** The object under that name, or an empty one. */
    static Map<String, Object> part(Map<String, Object> of, String name) {
        return of.get(name) == null ? Map.of() : asObject(of.get(name));
    }

    static String text(Map<String, Object> of, String name) {
        return of.get(name) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("not an object");
    }

    /** An object from names and values in turn; names whose value is null are left out. */
    static Map<String, Object> of(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }

    static String write(Object value) {
        var out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(out, text);
            case Map<?, ?> map -> {
                out.append('{');
                var comma = "";
                for (var entry : map.entrySet()) {
                    quote(out.append(comma), (String) entry.getKey());
                    write(out.append(':'), entry.getValue());
                    comma = ",";
                }
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                var comma = "";
                for (var one : list) {
                    write(out.append(comma), one);
                    comma = ",";
                }
                out.append(']');
            }
            default -> out.append(value);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (char one : text.toCharArray()) {
            switch (one) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (one < ' ') {
                        out.append(String.format("\\u%04x", (int) one));
                    } else {
                        out.append(one);
                    }
                }
            }
        }
        out.append('"');
    }

    private Object value() {
        space();
        return switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> members() {
        var object = new LinkedHashMap<String, Object>();
        at++;
        for (space(); text.charAt(at) != '}'; space()) {
            if (!object.isEmpty()) {
                take(',');
                space();
            }
            var name = string();
            space();
            take(':');
            object.put(name, value());
        }
        at++;
        return object;
    }

    private List<Object> elements() {
        var list = new ArrayList<>();
        at++;
        for (space(); text.charAt(at) != ']'; space()) {
            if (!list.isEmpty()) {
                take(',');
            }
            list.add(value());
        }
        at++;
        return list;
    }

    private String string() {
        take('"');
        var out = new StringBuilder();
        for (; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) != '\\') {
                out.append(text.charAt(at));
                continue;
            }
            at++;
            switch (text.charAt(at)) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> out.append(text.charAt(at));
            }
        }
        at++;
        return out.toString();
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var digits = text.substring(from, at);
        if (digits.chars().allMatch(one -> one == '-' || Character.isDigit(one))) {
            return Long.valueOf(digits);
        }
        return Double.valueOf(digits);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return value;
    }

    private void take(char expected) {
        if (text.charAt(at) != expected) {
            throw broken();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("not JSON at " + at);
    }
}
