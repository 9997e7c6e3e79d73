package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkao.payment.GivenCharge.BILL;
import static org.gongkao.payment.GivenCharge.DEADLINE;
import static org.gongkao.payment.GivenCharge.PAYER;
import static org.gongkao.payment.GivenCharge.PERSON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.PayWay;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Late, repeated and reordered messages of one payment, in random orders from a printed seed, end in the same place. */
class MessagesInAnyOrderTest extends DatabaseTest {

    private static final int ORDERS = 60;

    @Autowired
    private Charges charges;

    @Autowired
    private StartingPayment starting;

    @Autowired
    private ChargeRows rows;

    @Autowired
    private Settling settling;

    @Autowired
    private AskingChannel asking;

    @Autowired
    private GivenChannel channel;

    @Test
    void whatever_the_order_a_payment_before_the_bell_is_paid_once() {
        long seed = Long.getLong("gongkao.seed", System.nanoTime());
        System.out.println("MessagesInAnyOrderTest seed " + seed + " (-Dgongkao.seed=" + seed + ")");
        var random = new Random(seed);
        channel.forget();
        clock.set("2023-04-14T20:00:00");
        for (int i = 0; i < ORDERS; i++) {
            var key = "order-" + i;
            charges.open(Purpose.GRADING, key, PERSON, BILL, DEADLINE, Actor.SYSTEM);
            starting.pay(Payment.of(rows.find(key).orElseThrow()), GivenCharge.VISIT, PAYER, clock.instant());
            walk(key, random);
            assertThat(charges.lapse(key, DEADLINE))
                    .as("seed %s, order %s", seed, i)
                    .isEqualTo(Settlement.SETTLED);
        }
        assertThat(count("payment.receipt")).isEqualTo(ORDERS);
        assertThat(count("payment.charge_event where act = 'PAY'")).isEqualTo(ORDERS);
        assertThat(count("payment.discrepancy")).isZero();
        assertThat(count("payment.charge where state <> 'SETTLED'")).isZero();
    }

    private void walk(String key, Random random) {
        var order = channel.lastOrder();
        var paid = GivenCharge.paid(order, DEADLINE.minusSeconds(1 + random.nextInt(3600)));
        channel.says(order.number(), paid);
        var steps = new ArrayList<Runnable>();
        for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
            steps.add(() -> settling.take(order.number(), ChannelCode.WECHAT, paid, DEADLINE));
        }
        var awaiting = new ChannelAnswer.Awaiting(new PayWay.Code("http://channel.test/pay"));
        steps.add(() -> settling.take(order.number(), ChannelCode.WECHAT, awaiting, DEADLINE));
        steps.add(() -> settling.take(order.number(), ChannelCode.WECHAT, new ChannelAnswer.NoAnswer("超时"), DEADLINE));
        steps.add(() ->
                settling.take(order.number(), ChannelCode.WECHAT, new ChannelAnswer.NotPaid("渠道没有这笔订单"), DEADLINE));
        steps.add(() -> asking.askDue(DEADLINE));
        steps.add(() -> charges.lapse(key, DEADLINE.minusSeconds(1)));
        steps.add(() -> charges.lapse(key, DEADLINE.plusSeconds(random.nextInt(600))));
        Collections.shuffle(steps, random);
        steps.forEach(Runnable::run);
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
