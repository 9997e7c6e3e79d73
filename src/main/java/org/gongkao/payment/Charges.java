package org.gongkao.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 缴费登记。What other modules ask of payment: open a purpose's one charge, see it, end it. All of it joins the caller's
 * transaction. Where the whole of a charge went back and another one was opened, the newer one counts and is meant.
 */
@Component
public class Charges {

    /** For the SQL of other modules: the purposes whose whole fee was paid and has gone back. Few; who asks leaves them out. */
    public static final String GIVEN_BACK = """
            (select c.purpose_key from payment.v_charge c join payment.v_refund r on r.charge_number = c.number
              where c.state = 'SETTLED' and r.state = 'DONE' and r.discrepancy_id is null
              group by c.purpose_key, c.amount_fen having sum(r.amount_fen) >= c.amount_fen)
            """;

    /**
     * For the SQL of other modules, of a purpose's key: who owes it is not asked for it now, because the unit pays for many or
     * finance looks at what came. Of one charge {@link ChargeView#isAsked} says it.
     */
    public static String notAsked(String key) {
        return "exists (select 1 from payment.charge c where c.purpose_key = " + key
                + " and c.replaced_at is null and (c.state = 'DISPUTED' or " + ChannelOrders.BY_UNIT + "))";
    }

    /** The same of a purpose whose fee its unit has undertaken to pay, and has not yet. */
    public static String owedByUnit(String key) {
        return "exists (select 1 from payment.charge c where c.purpose_key = " + key
                + " and c.replaced_at is null and c.state <> 'DISPUTED' and " + ChannelOrders.BY_UNIT + ")";
    }

    private final OpeningCharges opening;
    private final EndingCharges ending;
    private final ChargeRows rows;
    private final ChannelOrders orders;
    private final MispaidOrders mispaid;
    private final BusinessClock clock;

    Charges(
            OpeningCharges opening,
            EndingCharges ending,
            ChargeRows rows,
            ChannelOrders orders,
            MispaidOrders mispaid,
            BusinessClock clock) {
        this.opening = opening;
        this.ending = ending;
        this.rows = rows;
        this.orders = orders;
        this.mispaid = mispaid;
        this.clock = clock;
    }

    /** As {@link #open(Purpose, String, long, Bill, Instant, Actor)}, for an amount without parts. */
    public long open(Purpose purpose, String purposeKey, long person, Money amount, Instant deadline, Actor by) {
        var bill = new Bill(purpose.label(), List.of(new FeePart(purpose.label(), amount)));
        return open(purpose, purposeKey, person, bill, deadline, by);
    }

    /**
     * The charge of this purpose, made now or found: asking twice makes one charge, unless the whole of the first has gone
     * back by then. The same key with another person or amount is refused.
     */
    public long open(Purpose purpose, String purposeKey, long person, Bill bill, Instant deadline, Actor by) {
        return opening.open(purpose, purposeKey, new Payer.Person(person), bill, deadline, by, clock.instant());
    }

    /** As {@link #open(Purpose, String, long, Bill, Instant, Actor)}, for what a unit owes. */
    public long openForUnit(Purpose purpose, String purposeKey, String unit, Bill bill, Instant deadline, Actor by) {
        return opening.open(purpose, purposeKey, new Payer.Unit(unit), bill, deadline, by, clock.instant());
    }

    public ChargeView find(String purposeKey) {
        return lookUp(purposeKey).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    public Optional<ChargeView> lookUp(String purposeKey) {
        return rows.find(purposeKey)
                .map(charge ->
                        charge.view(orders.isByUnit(charge), rows.givenBack(charge), rows.givenBackBefore(charge)));
    }

    /** When the payers paid, as their channels say, which may be long before we heard of it; asked for many at once. */
    public Map<String, Instant> paidAt(Collection<String> purposeKeys) {
        return orders.paidAt(purposeKeys);
    }

    /** Whether another charge counts for its purpose by now: then this says nothing of it any more. */
    public boolean isReplaced(ChargePaid paid) {
        return rows.find(paid.purposeKey())
                .filter(charge -> charge.id() != paid.chargeId())
                .isPresent();
    }

    /** The order that this money came by, while what it is for stands in doubt; empty once the channel took its word back. */
    public Optional<MispaidOrder> mispaid(UnclearMoney found) {
        return mispaid.of(found);
    }

    /**
     * The bell has rung: ends the charge when nothing was paid. {@link Settlement#UNKNOWN} means that the channel is being
     * asked and the matter must be held; call again.
     */
    public Settlement lapse(String purposeKey, Instant now) {
        return ending.end(purposeKey, ChargeAct.LAPSE, Actor.SYSTEM, now);
    }

    /** The matter was withdrawn: as {@link #lapse}, before the bell and by somebody's act. */
    public Settlement cancel(String purposeKey, Actor by, Instant now) {
        // Most are not at the channel: nobody gives those up on two connections.
        if (rows.find(purposeKey).filter(Charge::isToBeAsked).isPresent()) {
            ending.askToClose(purposeKey, by, now);
        }
        return ending.end(purposeKey, ChargeAct.CANCEL, by, now);
    }

    /** What was cancelled can be paid again until then. Does nothing to a charge that stands otherwise: the paid stays paid. */
    public void reopen(String purposeKey, Instant deadline, Actor by, Instant now) {
        ending.reopen(purposeKey, deadline, by, now);
    }

    /** An amendment moved the deadline. Does nothing to a charge that has ended. */
    public void postpone(String purposeKey, Instant deadline, Actor by, Instant now) {
        ending.postpone(purposeKey, deadline, by, now);
    }
}
