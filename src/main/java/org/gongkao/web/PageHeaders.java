package org.gongkao.web;

import jakarta.servlet.http.HttpServletResponse;

/** What every page says to the browser about itself; pages made outside of the filter chain, which says it, say it themselves. */
final class PageHeaders {

    /** No script and no style but our own files; no other host, no framing. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

    private PageHeaders() {}

    static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
