package org.gongkao.application;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.sanction.Bar;
import org.gongkao.sanction.Sanctions;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/**
 * 禁止申报核对。Asked in the transaction of every act that applies, approves or pays: a ban closes these, and nothing else of
 * the account.
 */
@Component
public class Bars {

    private final Sanctions sanctions;

    Bars(Sanctions sanctions) {
        this.sanctions = sanctions;
    }

    public Optional<Bar> of(long personId, Instant at) {
        return sanctions.barred(personId, at);
    }

    /** Said to the person: until when, by which decision, and what can be done against it. */
    public void requireNone(long personId, Instant at) {
        of(personId, at).ifPresent(bar -> {
            throw new Refusal(
                    ApplicationRefusal.BARRED, Shanghai.deadline(bar.until()), bar.decision(), sanctions.appeal(at));
        });
    }

    /** Said to the clerk who would begin a file for the person. */
    public void requireNoneForAssistance(long personId, Instant at) {
        of(personId, at).ifPresent(bar -> {
            throw new Refusal(ApplicationRefusal.WORKER_BARRED, bar.decision(), Shanghai.deadline(bar.until()));
        });
    }

    /** Said to the officer who would let the person's file pass. */
    public void requireNoneForApproval(Application application, Instant at) {
        of(application.personId(), at).ifPresent(bar -> {
            throw new Refusal(ApplicationRefusal.APPLICANT_BARRED, bar.decision(), Shanghai.deadline(bar.until()));
        });
    }
}
