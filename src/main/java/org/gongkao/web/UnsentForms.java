package org.gongkao.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Everyone;
import org.gongkao.shared.Pages;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Keeps a refused form in the session until somebody has signed in, and shows it to whose it was. One at a time, under a key that
 * nobody guesses; it ends with the session.
 */
@Controller
class UnsentForms {

    static final String HERE = "/unsent/";

    /** A session is a row of the database, and strangers can begin one. */
    private static final int MOST = 64 * 1024;

    private static final String KEPT = "gongkao.unsent";
    private static final String KEY = "gongkao.unsent.key";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Where it can be read again, if there is anything to read. */
    static Optional<String> keep(HttpServletRequest request) {
        return Unsent.of(request, MOST).map(unsent -> {
            var bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            var key = HexFormat.of().formatHex(bytes);
            var session = request.getSession();
            session.setAttribute(KEPT, unsent);
            session.setAttribute(KEY, key);
            return HERE + key;
        });
    }

    /** Whose form it was reads it again; whoever else signs in here does not, and then nobody any more. */
    @Everyone
    @GetMapping(HERE + "{key}")
    ModelAndView show(@PathVariable String key, HttpServletRequest request) {
        var session = request.getSession(false);
        var actor = SignedInActor.orNull();
        if (session == null
                || !key.equals(session.getAttribute(KEY))
                || !(session.getAttribute(KEPT) instanceof Unsent unsent)
                || (actor == null && unsent.account() != null)) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        if (actor != null && !unsent.isOf(actor.account())) {
            session.removeAttribute(KEPT);
            return new ModelAndView("redirect:/home");
        }
        return Pages.page("shared/unsent", unsent.page());
    }
}
