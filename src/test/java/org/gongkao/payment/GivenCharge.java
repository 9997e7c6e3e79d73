package org.gongkao.payment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.gongkao.channel.ChannelAnswer;
import org.gongkao.channel.ChannelCode;
import org.gongkao.channel.ChannelOrder;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.gongkao.shared.Role;

/** A charge that tests open, and what a channel says of it. */
final class GivenCharge {

    static final Instant DEADLINE = Instant.parse("2023-04-14T16:00:00Z");
    static final String KEY = "2023-0305-000017";
    static final long PERSON = 7;
    static final Actor PAYER = new Actor(3, "陈立民", Role.WORKER, null, PERSON);
    static final Bill BILL = new Bill("2023年度工考 三级（高级工）", List.of(new FeePart("等级考核费", Money.yuan(365))));

    /** The payer before a screen, by the channel that answers as a test says. */
    static final Visit VISIT = new Visit(
            ChannelCode.WECHAT,
            ChannelOrder.Device.DESKTOP,
            "127.0.0.1",
            URI.create("http://gongkao.test"),
            "/charges/returned");

    private GivenCharge() {}

    static long open(Charges charges) {
        return charges.open(Purpose.GRADING, KEY, PERSON, BILL, DEADLINE, Actor.SYSTEM);
    }

    static ChannelAnswer.Paid paid(ChannelOrder order, String transaction, Instant at) {
        return new ChannelAnswer.Paid(order.number(), transaction, order.amount(), order.payer(), at);
    }

    static ChannelAnswer.Paid paid(ChannelOrder order, Instant at) {
        return paid(order, "T-" + order.number(), at);
    }
}
