package org.gongkao.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * 会话开始。What happens once a password was right: a full session goes on to where it wanted; a half one is taken out of the
 * security context again and waits in the session for what it owes, a stranger to every other route.
 */
@Component
class SessionStart {

    static final String FROM = "gongkao.session.from";
    private static final String HALF = "gongkao.session.half";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    private final Devices devices;
    private final SigningIn signingIn;

    SessionStart(Devices devices, SigningIn signingIn) {
        this.devices = devices;
        this.signingIn = signingIn;
    }

    /** The path to go on to. */
    String after(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        if (who.getPrincipal() instanceof HalfSignedIn half) {
            SecurityContextHolder.clearContext();
            contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
            request.getSession().setAttribute(HALF, half);
            return half.pending().path();
        }
        begun(Long.parseLong(who.getName()), request, response);
        return next(request, response);
    }

    /** Makes the half session whole, under a new session id. */
    String complete(Authentication whole, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        request.getSession().removeAttribute(HALF);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(whole);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        begun(Long.parseLong(whole.getName()), request, response);
        return next(request, response);
    }

    /** After a step: on to the next one that is owed, or into the platform. */
    ModelAndView onward(Account account, HttpServletRequest request, HttpServletResponse response) {
        var next = signingIn.afterSecondFactor(account).map(step -> HalfSignedIn.of(account, step));
        next.ifPresent(half -> request.getSession().setAttribute(HALF, half));
        var path = next.map(half -> half.pending().path())
                .orElseGet(() -> complete(SigningIn.signedIn(account, SignInDetails.of(request)), request, response));
        return new ModelAndView("redirect:" + path);
    }

    /** The half session, if it owes this step. */
    static Optional<HalfSignedIn> owing(HttpServletRequest request, HalfSignedIn.Pending step) {
        return half(request).filter(half -> half.pending() == step);
    }

    static Optional<HalfSignedIn> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HALF) instanceof HalfSignedIn half
                ? Optional.of(half)
                : Optional.empty();
    }

    static void giveUp(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(HALF);
        }
    }

    private void begun(long account, HttpServletRequest request, HttpServletResponse response) {
        devices.seen(account, DeviceCookie.ensure(request, response));
        var from = SignInDetails.of(request);
        request.getSession().setAttribute(FROM, from.browser() + "|" + from.address());
    }

    private String next(HttpServletRequest request, HttpServletResponse response) {
        var saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return saved == null ? "/home" : saved.getRedirectUrl();
    }
}
