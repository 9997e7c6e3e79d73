package org.gongkao.payment.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 银行流水详情页。One line, whose money it is, and what officers said about it. */
record TransferPage(
        long id,
        int seen,
        String heading,
        Sign sign,
        String state,
        List<Line> facts,
        List<Line> order,
        boolean differs,
        boolean paidBefore,
        boolean mayPropose,
        boolean mayConfirm,
        boolean mayReject,
        boolean own,
        String whose,
        String reason,
        String why,
        List<Line> history,
        List<Fault> faults) {

    static TransferPage of(
            TransferLines.Line line,
            String payer,
            Optional<TransferCodes.Ordered> order,
            List<TransferLines.Done> history,
            String whose,
            String reason,
            String why,
            List<Fault> faults,
            Actor actor) {
        boolean finance = actor.is(Role.FINANCE);
        boolean proposed = line.state() == LineState.PROPOSED;
        boolean own = proposed && history.getLast().account() == actor.account();
        return new TransferPage(
                line.id(),
                line.version(),
                (line.in() ? "收到 " : "转出 ") + line.amount(),
                line.state().sign(),
                line.state().label(),
                facts(line, payer),
                order.map(TransferPage::lines).orElse(List.of()),
                order.filter(one -> !one.amount().equals(line.amount())).isPresent(),
                proposed && order.filter(TransferCodes.Ordered::paid).isPresent(),
                finance && line.state() == LineState.UNMATCHED,
                finance && proposed && !own,
                finance && proposed,
                own,
                whose,
                reason,
                why,
                history.stream()
                        .map(one -> new Line(
                                Shanghai.minute(one.at()) + " " + one.name(),
                                one.act().label() + (one.reason().isEmpty() ? "" : "：" + one.reason())))
                        .toList(),
                faults);
    }

    private static List<Line> facts(TransferLines.Line line, String payer) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("交易时间", Shanghai.second(line.at())));
        facts.add(new Line("流水号", line.serial()));
        facts.add(new Line("金额", line.amount().toString()));
        facts.add(new Line("对方户名", line.name().isEmpty() ? "（空）" : line.name()));
        facts.add(new Line("附言", line.purpose().isEmpty() ? "（空）" : line.purpose()));
        if (!payer.isEmpty()) {
            facts.add(new Line("缴费人", payer));
        }
        if (line.refund() != null) {
            facts.add(new Line("退款编号", line.refund()));
        }
        return List.copyOf(facts);
    }

    private static List<Line> lines(TransferCodes.Ordered order) {
        return List.of(
                new Line("缴款码", order.code()),
                new Line("缴费事由", order.title()),
                new Line("缴费单号", order.chargeNumbers()),
                new Line("应缴金额", order.amount().toString()));
    }
}
