package org.gongkao.application;

import java.time.Instant;
import org.gongkao.application.Application.Moved;
import org.gongkao.payment.RefundGround;
import org.gongkao.sanction.Bar;
import org.gongkao.sanction.Imposed;
import org.gongkao.sanction.Sanctions;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 取消申报。Takes the year's file away: by a decision on false papers the year's file, and what was begun since, from wherever it stands; by a broken promise, once it was approved.
 * Told twice it finds nothing more to do; what somebody moved meanwhile is refused, so that it is told again.
 */
@Component
public class Cancelling {

    private final Applications applications;
    private final Fees fees;
    private final Paying paying;
    private final Moving moving;
    private final Sanctions sanctions;

    Cancelling(Applications applications, Fees fees, Paying paying, Moving moving, Sanctions sanctions) {
        this.applications = applications;
        this.fees = fees;
        this.paying = paying;
        this.moving = moving;
        this.sanctions = sanctions;
    }

    @Transactional
    public void carryOut(Imposed decision, Instant at) {
        for (var application : applications.ofPerson(decision.personId(), decision.year())) {
            if (Moves.find(application.state(), Act.CANCEL, Party.SYSTEM).isPresent()) {
                cancel(application, decision.bar(), at);
            }
        }
    }

    /** Payment came in for a file whose person had been barred by then, unless that was taken back meanwhile. */
    @Transactional
    public void afterPayment(String number, Instant at) {
        var application = applications.get(number, Actor.SYSTEM);
        sanctions.barredAlone(application.personId(), at).ifPresent(bar -> cancel(application, bar, at));
    }

    /** 容缺未补. The promised material was not there in time; while the channel is asked about money, the file waits. */
    @Transactional
    public void forfeit(Application application, String material, Instant at) {
        take(application, Act.FORFEIT, RefundGround.BROKEN_PROMISE, "承诺后补的“" + material + "”到期未补交，取消考核资格", at);
    }

    private void cancel(Application application, Bar bar, Instant at) {
        take(application, Act.CANCEL, RefundGround.SANCTION, "处理决定 " + bar.decision() + " 已生效，取消申报资格", at);
    }

    private void take(Application application, Act act, RefundGround ground, String words, Instant at) {
        var standing = withChargeEnded(application, at);
        var move = Moves.find(standing.state(), act, Party.SYSTEM)
                .orElseThrow(() -> new Refusal(ApplicationRefusal.NOT_ALLOWED_NOW));
        var to = standing.progress().in(move.to());
        var refund = standing.state() == ApplicationState.PAID ? fees.claimRefund(standing, ground, at) : "";
        var said = refund.isEmpty() ? words : words + "；" + refund;
        moving.write(new Moved(standing, act, Actor.SYSTEM, to), History.Words.of(said), at);
    }

    /** Money that is already there is written down first. While the channel is asked, the file waits. */
    private Application withChargeEnded(Application application, Instant at) {
        return switch (fees.close(application, Actor.SYSTEM, at)) {
            case LAPSED -> application;
            case UNKNOWN -> throw new Refusal(ApplicationRefusal.CHARGE_UNKNOWN);
            case SETTLED -> {
                paying.paid(application, at);
                yield applications.get(application.id(), Actor.SYSTEM);
            }
        };
    }
}
