package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.gongkao.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** 设备标识。A random token in the browser; the database knows only its hash. It proves nothing but "was here before". */
final class DeviceCookie {

    private static final String NAME = "GONGKAO-DEVICE";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceCookie() {}

    static @Nullable String hash(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof String given) {
            return given;
        }
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || !cookie.getValue().matches("[A-Za-z0-9_-]{43}") ? null : Sha256.of(cookie.getValue());
    }

    /** Gives the browser a token if it has none, and answers the hash of the one that it has now. */
    static String ensure(HttpServletRequest request, HttpServletResponse response) {
        var known = hash(request);
        if (known != null) {
            return known;
        }
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var cookie = ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        var hash = Sha256.of(token);
        request.setAttribute(NAME, hash);
        return hash;
    }
}
