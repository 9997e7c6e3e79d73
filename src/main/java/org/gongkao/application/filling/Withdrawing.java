package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Act;
import org.gongkao.application.Application;
import org.gongkao.application.Application.Moved;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.Applications;
import org.gongkao.application.Fees;
import org.gongkao.application.History;
import org.gongkao.application.Moving;
import org.gongkao.application.Need;
import org.gongkao.payment.Settlement;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 撤回与撤销。The worker takes a file back to change it, or gives it up. */
@Component
class Withdrawing {

    private final Applications applications;
    private final History history;
    private final Fees fees;
    private final Moving moving;

    Withdrawing(Applications applications, History history, Fees fees, Moving moving) {
        this.applications = applications;
        this.history = history;
        this.fees = fees;
        this.moving = moving;
    }

    /** 撤回修改: until the unit has decided anything about it, level and occupation can still change. */
    @Transactional
    public void recall(String number, int seenVersion, Actor worker, Instant arrived) {
        var application = applications.get(number, worker).asSeenAt(seenVersion);
        var move = application.find(
                Act.RECALL, worker, moving.timing(application, arrived).openAt(arrived));
        if (!isUnitUndecided(application)) {
            throw new Refusal(move.needs().otherwise());
        }
        var to = application.progress().in(ApplicationState.DRAFT);
        moving.write(new Moved(application, Act.RECALL, worker, to), History.Words.NONE, arrived);
    }

    /** What the table needs for it beside the time: the page offers no button that would only be refused. */
    boolean isUnitUndecided(Application application) {
        return history.approvedBy(application).isEmpty();
    }

    /** 撤销申报: gives the file up; another can be begun while registration lasts. */
    @Transactional
    public void withdraw(String number, int seenVersion, String reason, Actor worker, Instant arrived) {
        var application = applications.get(number, worker).asSeenAt(seenVersion);
        var move = application.find(
                Act.WITHDRAW, worker, moving.timing(application, arrived).openAt(arrived));
        if (move.needs() == Need.NO_CHARGE_OPEN) {
            requireNothingPaid(application, worker, arrived);
        }
        var to = application.progress().in(ApplicationState.WITHDRAWN);
        moving.write(new Moved(application, Act.WITHDRAW, worker, to), History.Words.of(reason.strip()), arrived);
    }

    private void requireNothingPaid(Application application, Actor worker, Instant arrived) {
        var settlement = fees.close(application, worker, arrived);
        if (settlement == Settlement.SETTLED && application.state() != ApplicationState.PAYMENT_DUE) {
            throw new Refusal(ApplicationRefusal.PAID_UNDER_REVIEW);
        }
        if (settlement != Settlement.LAPSED) {
            throw new Refusal(Need.NO_CHARGE_OPEN.otherwise());
        }
    }
}
