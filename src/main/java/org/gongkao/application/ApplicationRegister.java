package org.gongkao.application;

import java.time.Instant;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** 申报登记。What the later parts ask about a file, each in the transaction of the act that depends on the answer. */
@Component
public class ApplicationRegister {

    private final Applications applications;
    private final Bars bars;
    private final Deferrals deferrals;
    private final Fees fees;

    ApplicationRegister(Applications applications, Bars bars, Deferrals deferrals, Fees fees) {
        this.applications = applications;
        this.bars = bars;
        this.deferrals = deferrals;
        this.fees = fees;
    }

    /** By the public number. */
    public Admission admissible(String number, Instant at) {
        return admissible(applications.get(number, Actor.SYSTEM), at);
    }

    /** By the id that an event carries. */
    public Admission admissible(long id, Instant at) {
        return admissible(applications.get(id, Actor.SYSTEM), at);
    }

    private Admission admissible(Application application, Instant at) {
        var state = application.state();
        if (state != ApplicationState.PAID) {
            return state.isSettled() ? new Admission.Ended(state) : new Admission.Unpaid(state);
        }
        return bars.of(application.personId(), at)
                .<Admission>map(Admission.Barred::new)
                .or(() -> fees.isGivenBack(application) ? Optional.of(new Admission.GivenBack()) : Optional.empty())
                .or(() -> deferrals.standing(application).stream()
                        .findFirst()
                        .map(one -> new Admission.Promised(one.label(), one.dueAt())))
                .orElseGet(Admission.Admitted::new);
    }
}
