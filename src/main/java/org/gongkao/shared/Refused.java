package org.gongkao.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * 未予办理。Where a refusal goes that somebody catches to tell it on a page of their own. What is noted here leaves its audit
 * line when the handler is done and the refused transaction long rolled back. Every catch of a refusal begins with it: the
 * build fails where one does not. One request asks for one act, so the first that is noted counts and no other.
 */
public record Refused(
        Reason reason, @Nullable String act, @Nullable String subject) {

    private static final String NOTED = Refused.class.getName();
    private static final String WRITTEN = NOTED + ".written";

    /** Of an {@link InvalidInput} that was caught beside it nothing is kept: what was typed never came to an act. */
    public static void note(RuntimeException caught) {
        if (caught instanceof Refusal refusal) {
            note(new Refused(refusal.reason(), null, null));
        }
    }

    /** Where method and address of the request would not say what was asked, and of whom. */
    public static void note(Reason reason, String act, String subject) {
        note(new Refused(reason, act, subject));
    }

    /** Outside a request there is nothing to note in: a job writes the lines of its rows itself. */
    private static void note(Refused refused) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST) == null) {
            request.setAttribute(NOTED, refused, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** What was noted in this request; nothing when it was taken before. */
    public static Optional<Refused> take() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || request.getAttribute(WRITTEN, RequestAttributes.SCOPE_REQUEST) != null
                || !(request.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST) instanceof Refused noted)) {
            return Optional.empty();
        }
        request.setAttribute(WRITTEN, true, RequestAttributes.SCOPE_REQUEST);
        return Optional.of(noted);
    }
}
