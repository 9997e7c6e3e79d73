package org.gongkao.notification;

import java.util.Map;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.ChargeRefunded;
import org.gongkao.payment.RefundMoved;
import org.gongkao.shared.BusinessClock;
import org.gongkao.shared.Money;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells who paid of a refund: asked for, sent, gone back, or not given. What finance says among themselves is told nobody. */
@Component
class TellingRefunds {

    private final Facts facts;
    private final Messages messages;
    private final BusinessClock clock;

    TellingRefunds(Facts facts, Messages messages, BusinessClock clock) {
        this.facts = facts;
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RefundMoved event) {
        var moved = facts.refunded(event.actId());
        var template = template(moved.act());
        var recipient = recipient(moved);
        var charge = moved.chargeNumber();
        if (template == null || recipient == null || charge == null) {
            return;
        }
        var values = Map.of(
                "number", charge,
                "refund", moved.number(),
                "amount", new Money(moved.amountFen()).toString(),
                "channel", ChannelCode.valueOf(moved.channel()).label());
        messages.give(new Told(
                "refund-act:" + event.actId(),
                recipient,
                template,
                values,
                "/charges/" + charge + "/refund",
                moved.at()));
    }

    /** The unit counts its paid workers: it hears of one who is not among them any more. A file that has ended was told before. */
    @ApplicationModuleListener(condition = "#event.isWhole()")
    void on(ChargeRefunded event) {
        facts.unitOfPaid(event.purposeKey())
                .ifPresent(unit -> messages.give(new Told(
                        "refunded:" + event.refundId(),
                        Told.to(Office.unit(unit)),
                        Template.UNIT_REFUNDED,
                        Map.of("number", event.purposeKey()),
                        "/roster",
                        clock.instant())));
    }

    private static @Nullable String recipient(Facts.Refunded moved) {
        var person = moved.personId();
        var unit = moved.unitCode();
        return person != null ? Told.to(person) : unit == null ? null : Told.to(Office.unit(unit));
    }

    private static @Nullable Template template(String act) {
        return switch (act) {
            case "REQUEST" -> Template.REFUND_ASKED;
            case "APPROVE", "ORDER" -> Template.REFUND_SENT;
            case "COMPLETE" -> Template.REFUND_DONE;
            case "REJECT", "GIVE_UP" -> Template.REFUND_REJECTED;
            default -> null;
        };
    }
}
