package org.gongkao.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The page that a request was sent from. Only its path and query, so that nobody is led to another host. */
final class Referrer {

    private Referrer() {}

    static boolean isFrom(String host, String header) {
        try {
            return host.equalsIgnoreCase(URI.create(header).getHost());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** The first page when nothing usable was sent. */
    static String path(@Nullable String header) {
        if (header == null) {
            return "/";
        }
        try {
            var from = URI.create(header);
            var path = from.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
