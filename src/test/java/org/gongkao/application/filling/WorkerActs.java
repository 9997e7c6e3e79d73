package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 申报人的办理。What a worker does to a file, for tests of the other side. */
@Component
@Profile("test")
public class WorkerActs {

    private final Submitting submitting;
    private final Objecting objecting;
    private final Withdrawing withdrawing;

    WorkerActs(Submitting submitting, Objecting objecting, Withdrawing withdrawing) {
        this.submitting = submitting;
        this.objecting = objecting;
        this.withdrawing = withdrawing;
    }

    public void submit(String number, int version, Actor worker, Instant now) {
        submitting.submit(number, version, worker, now);
    }

    public void object(String number, int version, String reason, Actor worker, Instant now) {
        objecting.object(number, version, reason, worker, now);
    }

    public void recall(String number, int version, Actor worker, Instant now) {
        withdrawing.recall(number, version, worker, now);
    }

    public void withdraw(String number, int version, String reason, Actor worker, Instant now) {
        withdrawing.withdraw(number, version, reason, worker, now);
    }
}
