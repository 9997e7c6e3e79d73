package org.gongkao.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 缴费单页。What is to be paid, why, until when, how, and how it stands. */
record ChargePage(
        String number,
        String title,
        Brief brief,
        Sign sign,
        String state,
        String sentence,
        String pay,
        boolean waiting,
        String seen,
        List<FeePart> parts,
        String total,
        List<Line> facts,
        List<Line> history) {

    static ChargePage of(
            Charge charge, List<FeePart> parts, List<ChargeRows.Event> events, Optional<Instant> paidAt, Instant now) {
        var words = ChargeWords.of(charge, now);
        return new ChargePage(
                charge.number(),
                charge.title(),
                words.brief(charge),
                words.sign(),
                words.state(),
                words.sentence(),
                words.pay(),
                charge.state().isAtTheChannel(),
                charge.state().name(),
                parts,
                charge.amount().toString(),
                facts(charge, paidAt),
                events.stream()
                        .map(event -> new Line(
                                Shanghai.minute(event.at()),
                                event.act().label() + "，" + event.after().label()))
                        .toList());
    }

    private static List<Line> facts(Charge charge, Optional<Instant> paidAt) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("缴费单号", charge.number()));
        facts.add(new Line("缴费事由", charge.title()));
        facts.add(new Line("收费依据", "考务通知七（一）收费标准"));
        facts.add(new Line("缴费期限", Shanghai.deadline(charge.deadline())));
        paidAt.ifPresent(at -> facts.add(new Line("缴费时间", Shanghai.second(at))));
        return List.copyOf(facts);
    }
}
