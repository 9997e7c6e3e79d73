package org.gongkao.payment.refund;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.refund.RefundRows.Event;
import org.gongkao.shared.Line;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;

/** How a refund is told: to the payer what it means, to finance who did what. */
final class RefundWords {

    private RefundWords() {}

    static String sentence(Refund refund) {
        return switch (refund.state()) {
            case REQUESTED -> "申请已收到，由财务人员受理后拟定意见，再由另一人复核。您不需要做什么，结果会通知您。";
            case PROPOSED -> "财务人员已拟同意退费，正由另一人复核。您不需要做什么，结果会通知您。";
            case SENT ->
                refund.channel() == ChannelCode.TRANSFER
                        ? "退款由财务人员从银行转回原来付款的账户，转出后自动办结，结果会通知您。"
                        : "退款已发往" + refund.channel().label() + "，原路退回缴费时的账户。到账时间由缴费渠道决定，通常不超过 3 个工作日。";
            case DISPUTED -> "缴费渠道报告的退款金额与申请不一致，财务人员正在核实。您不需要做什么。";
            case FAILED -> "缴费渠道没有办成这笔退款，财务人员会重新办理。您不需要做什么。";
            case DONE -> "已原路退回，请在缴费时的账户查看。";
            case REJECTED -> "这笔退费没有办理，理由见下面的办理记录。如有疑问请联系工考管理机构。";
            case WITHDRAWN -> "这笔退费不再办理，费用保持已缴。";
        };
    }

    static List<Line> facts(Refund refund) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("退费单号", refund.number()));
        facts.add(new Line("退费情形", refund.ground().label()));
        facts.add(new Line("退费金额", refund.amount().toString()));
        facts.add(new Line("退回渠道", refund.channel().label() + "（原路退回）"));
        facts.add(new Line("提出时间", Shanghai.minute(refund.openedAt())));
        var done = refund.doneAt();
        if (done != null) {
            facts.add(new Line("退回时间", Shanghai.second(done)));
        }
        return facts;
    }

    /** Who of finance it was and what one told the other is finance's own; the reason of a refusal is the payer's too. */
    static List<Line> history(List<Event> events, boolean inside) {
        return events.stream()
                .map(event -> new Line(Shanghai.minute(event.at()), line(event, inside)))
                .toList();
    }

    private static String line(Event event, boolean inside) {
        boolean system = event.role() == Role.SYSTEM;
        var by = system ? "" : inside ? event.name() + " " : event.role() == Role.FINANCE ? "财务人员 " : "";
        boolean told = inside
                || event.act() == RefundAct.REJECT
                || event.act() == RefundAct.GIVE_UP
                || event.act() == RefundAct.REQUEST
                || event.act() == RefundAct.DROP;
        var detail = event.detail().isEmpty() || !told ? "" : "：" + event.detail();
        return by + event.act().label() + detail;
    }
}
