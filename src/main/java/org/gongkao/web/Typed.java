package org.gongkao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 输入整理。Leaves out of every parameter, also of one that is sent beside a file, what no key writes: control characters. The
 * database takes no U+0000, and the others are shown nowhere. Line breaks and tabs stay, and all else as it was typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Typed extends OncePerRequestFilter {

    private static final Pattern UNTYPABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    /** Asks no sooner than it is asked: reading a parameter reads the body. */
    private static final class Cleaned extends HttpServletRequestWrapper {

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = super.getParameterValues(name);
            return values == null ? getParameterMap().get(name) : clean(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var cleaned = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> cleaned.put(clean(name), clean(values)));
            return Collections.unmodifiableMap(cleaned);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        private static String[] clean(String[] texts) {
            return Arrays.stream(texts).map(Cleaned::clean).toArray(String[]::new);
        }

        private static String clean(String text) {
            return UNTYPABLE.matcher(text).replaceAll("");
        }
    }
}
