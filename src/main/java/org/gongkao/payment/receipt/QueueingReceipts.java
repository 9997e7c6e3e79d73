package org.gongkao.payment.receipt;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.payment.ChargePaid;
import org.gongkao.payment.ChargeRefunded;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * 票据排队。A settled charge gets its receipt, and money that went back takes it back: all of it, or for what is left. The same
 * news again, or in another order, changes nothing.
 */
@Component
class QueueingReceipts {

    private final ReceiptRows rows;
    private final AddingReceipts adding;
    private final Audit audit;
    private final BusinessClock clock;
    private final MachineClock machine;

    QueueingReceipts(ReceiptRows rows, AddingReceipts adding, Audit audit, BusinessClock clock, MachineClock machine) {
        this.rows = rows;
        this.adding = adding;
        this.audit = audit;
        this.clock = clock;
        this.machine = machine;
    }

    @ApplicationModuleListener
    void on(ChargePaid event) {
        adding.first(event.chargeId());
    }

    @ApplicationModuleListener
    void on(ChargeRefunded event) {
        adding.first(event.chargeId()); // this news may be the faster one
        rows.lockLast(event.chargeId())
                .filter(last -> event.remaining().compareTo(last.left()) < 0)
                .ifPresent(last -> takeBack(last, event.remaining()));
    }

    private void takeBack(FiscalReceipt last, Money remaining) {
        if (last.state() == ReceiptState.RED_MARKED || last.state() == ReceiptState.DROPPED) {
            return; // nothing of it stands any more
        }
        var now = clock.instant();
        rows.leave(last, remaining);
        last.move(ReceiptAct.ASK_RED, "退费后余 " + remaining).ifPresent(moved -> write(moved, machine.instant(), now));
        last.move(ReceiptAct.DROP, "退费后余 " + remaining).ifPresent(moved -> {
            write(moved, null, now);
            adding.anew(last, remaining);
        });
    }

    private void write(FiscalReceipt.Moved moved, @Nullable Instant askAt, Instant now) {
        rows.write(moved, askAt, Actor.SYSTEM, now);
        audit.record(
                Actor.SYSTEM, moved.act().label(), "receipt:" + moved.from().number(), moved.detail());
    }
}
