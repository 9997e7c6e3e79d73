package org.gongkao.eligibility;

import java.util.Locale;
import org.gongkao.shared.Word;
import org.jspecify.annotations.Nullable;

/** Writes JSON in one form: no spaces, keys in the order given, as few escapes as there can be. It must never change. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    Json open(char bracket) {
        separate();
        text.append(bracket);
        return this;
    }

    Json close(char bracket) {
        text.append(bracket);
        return this;
    }

    Json key(String key) {
        separate();
        quoted(key);
        text.append(':');
        return this;
    }

    Json value(@Nullable Object value) {
        separate();
        switch (value) {
            case null -> text.append("null");
            case Boolean flag -> text.append(flag);
            case Integer number -> text.append(number.intValue());
            case Word word -> quoted(word.name());
            default -> quoted(value.toString());
        }
        return this;
    }

    private void separate() {
        if (!text.isEmpty() && "{[:,".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append(',');
        }
    }

    private void quoted(String raw) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(raw, written, i);
                written = i + 1;
                if (c < ' ') {
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    text.append('\\').append(c);
                }
            }
        }
        text.append(raw, written, raw.length()).append('"');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
