package org.gongkao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.gongkao.shared.BusinessClock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 到达时间。Stamps the business time of an act once, before anything can make the request wait: who pressed the button
 * before the bell was in time, however long the queue.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Arrival extends OncePerRequestFilter {

    private static final String STAMP = Arrival.class.getName();

    private final BusinessClock clock;

    Arrival(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(STAMP, clock.instant());
        chain.doFilter(request, response);
    }

    /** Not yet, where the server turned the request back by itself. */
    static boolean isStamped(HttpServletRequest request) {
        return request.getAttribute(STAMP) != null;
    }

    static Instant of(HttpServletRequest request) {
        return (Instant) java.util.Objects.requireNonNull(request.getAttribute(STAMP));
    }
}
