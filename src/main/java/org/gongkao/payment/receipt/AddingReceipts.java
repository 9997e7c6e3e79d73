package org.gongkao.payment.receipt;

import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.receipt.PaidCharges.Paid;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.MachineClock;
import org.gongkao.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a receipt into the queue: the first of a charge, or one that stands in for another. Joins the caller's transaction. */
@Component
class AddingReceipts {

    private final ReceiptRows rows;
    private final PaidCharges charges;
    private final PayerNames names;
    private final Audit audit;
    private final BusinessClock clock;
    private final MachineClock machine;

    AddingReceipts(
            ReceiptRows rows,
            PaidCharges charges,
            PayerNames names,
            Audit audit,
            BusinessClock clock,
            MachineClock machine) {
        this.rows = rows;
        this.charges = charges;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
        this.machine = machine;
    }

    void first(long charge) {
        charges.of(charge).ifPresent(paid -> add(paid, null, paid.amount()));
    }

    /** What is left of the money gets a receipt that names the one that it stands in for. */
    void anew(FiscalReceipt old, Money left) {
        if (left.compareTo(Money.ZERO) > 0) {
            charges.of(old.charge()).ifPresent(paid -> add(paid, old, left));
        }
    }

    private void add(Paid paid, @Nullable FiscalReceipt replaces, Money amount) {
        var now = clock.instant();
        var payer = names.of(paid, now);
        var order = new ReceiptRows.Order(
                paid.id(), replaces, paid.purpose().label(), payer.name(), payer.unit(), parts(paid, amount), amount);
        if (rows.add(order, machine.instant(), now)) {
            audit.record(Actor.SYSTEM, "票据排队", "charge:" + paid.number(), amount.toString());
        }
    }

    /** A refund says how much went back and not of which part: what is left stands in one line. */
    private static List<FeePart> parts(Paid paid, Money amount) {
        return amount.equals(paid.amount())
                ? paid.parts()
                : List.of(new FeePart(paid.purpose().label() + "（扣除已退部分）", amount));
    }
}
