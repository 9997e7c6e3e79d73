package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkao.channel.ChannelCode;
import org.gongkao.payment.refund.HandlingRefunds.Typed;
import org.gongkao.payment.refund.RefundPage.Button;
import org.gongkao.payment.refund.RefundPage.Part;
import org.gongkao.payment.refund.RefundRows.Share;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Money;
import org.gongkao.shared.Role;
import org.springframework.stereotype.Component;

/** Makes the page of one refund: the same table that guards the acts says which buttons there are. */
@Component
class RefundPages {

    private final RefundRows rows;
    private final RefundSources sources;
    private final RefundTerms terms;

    RefundPages(RefundRows rows, RefundSources sources, RefundTerms terms) {
        this.rows = rows;
        this.sources = sources;
        this.terms = terms;
    }

    RefundPage page(Refund refund, Typed typed, List<Fault> faults, Actor actor, Instant now) {
        var acts = Stream.of(RefundAct.values())
                .filter(act -> refund.allows(act, actor))
                .map(act -> new Button(act.name(), act.label(), isMain(act)))
                .sorted(java.util.Comparator.comparing(Button::main).reversed())
                .toList();
        boolean proposing = refund.allows(RefundAct.PROPOSE, actor);
        return new RefundPage(
                refund.number(),
                refund.version(),
                refund.state().sign(),
                refund.state().label(),
                refund.amount().toString(),
                rule(refund, now),
                facts(refund),
                parts(refund, typed, now),
                proposing && refund.discrepancy() == null,
                acts,
                why(refund, actor),
                typed.words(),
                RefundWords.history(rows.events(refund), true),
                faults);
    }

    private static boolean isMain(RefundAct act) {
        return act == RefundAct.PROPOSE || act == RefundAct.APPROVE || act == RefundAct.SEND_AGAIN;
    }

    private String rule(Refund refund, Instant now) {
        var charge = refund.charge();
        var rule = terms.of(charge, refund.ground(), now).orElse(null);
        if (rule == null) {
            return "今年的退费规定没有写明这一情形。";
        }
        if (refund.discrepancy() != null || charge == null) {
            return "款项不属于任何缴费单，全额原路退回（" + rule.clause() + "）。";
        }
        var parts = sources.source(charge)
                .map(source -> sources.parts(charge, source))
                .orElse(List.of());
        var fates = parts.stream()
                .map(part -> (rule.givesBack(part.name()) ? "退还" : "不退") + part.name())
                .collect(Collectors.joining("，"));
        return "按退费规定（" + rule.clause() + "），" + fates + "。";
    }

    private List<Part> parts(Refund refund, Typed typed, Instant now) {
        var charge = refund.charge();
        if (charge == null || refund.discrepancy() != null) {
            return List.of();
        }
        var rule = terms.of(charge, refund.ground(), now);
        var proposed = rows.shares(refund).stream().collect(Collectors.toMap(Share::place, Share::amount));
        return sources.source(charge).map(source -> sources.parts(charge, source)).orElse(List.of()).stream()
                .map(part -> new Part(
                        "amount-" + part.place(),
                        part.name(),
                        part.amount().toString(),
                        part.left().toString(),
                        rule.filter(one -> one.givesBack(part.name())).isPresent(),
                        typed.amounts()
                                .getOrDefault(part.place(), plain(proposed.getOrDefault(part.place(), Money.ZERO)))))
                .toList();
    }

    /** 320.00, as it is typed. */
    private static String plain(Money money) {
        return new java.math.BigDecimal(money.fen()).movePointLeft(2).toPlainString();
    }

    private static List<Line> facts(Refund refund) {
        var facts = new ArrayList<>(RefundWords.facts(refund));
        var charge = refund.charge();
        facts.add(new Line("缴费单号", charge == null ? "无" : charge.number()));
        if (charge != null) {
            facts.add(new Line("缴费事由", charge.title()));
            facts.add(new Line("已缴金额", charge.amount().toString()));
        }
        facts.add(new Line("订单号", refund.orderNumber()));
        facts.add(new Line("渠道流水号", refund.transaction()));
        facts.add(new Line("订单总额", refund.orderTotal().toString()));
        facts.add(new Line("提出人", refund.askedByRole().label()));
        facts.add(new Line("申请理由", refund.reason()));
        return List.copyOf(facts);
    }

    /** Why there is no button where one would look for it. */
    private static String why(Refund refund, Actor actor) {
        if (refund.state() == RefundState.PROPOSED
                && actor.is(Role.FINANCE)
                && !refund.allows(RefundAct.APPROVE, actor)) {
            return "意见由您拟定，须由另一名财务人员复核。";
        }
        return switch (refund.state()) {
            case SENT ->
                refund.channel() == ChannelCode.TRANSFER
                        ? "银行转账的退款由财务人员在网上银行转给原付款账户，附言写退费单号，导入转出那天的流水后自动办结。待转的都列在“银行流水”页。"
                        : refund.channelSaid() == null
                                ? "已发往缴费渠道，正在等待答复；没有答复的，平台会一直询问。"
                                : refund.channelSaid() + "，退费单号不变；平台会一直询问，办结后自动更新。";
            case DISPUTED -> "渠道报告的金额不符，记在缴费差异中；平台会继续询问，渠道更正后自动办结。";
            default -> "";
        };
    }
}
