package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Cycles;
import org.gongkao.payment.RefundGround;
import org.gongkao.payment.refund.Refund.Paid;
import org.gongkao.payment.refund.RefundRows.Share;
import org.gongkao.payment.refund.RefundRules.Rule;
import org.gongkao.payment.refund.RefundSources.Part;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rule holds for a charge, what of it would go back by that rule, and how that is said. */
@Component
class RefundTerms {

    private final Cycles cycles;

    RefundTerms(Cycles cycles) {
        this.cycles = cycles;
    }

    /** A charge stays with the year in which it was opened, with the amendments in force now. */
    Optional<Rule> of(@Nullable Paid charge, RefundGround ground, Instant at) {
        try {
            return of(cycle(charge, at), ground);
        } catch (Refusal nonePublished) {
            return Optional.empty();
        }
    }

    /** A package that was published before there were such rules has none. */
    static Optional<Rule> of(Cycle cycle, RefundGround ground) {
        try {
            return cycle.section(RefundRules.class).of(ground);
        } catch (Refusal sectionMissing) {
            return Optional.empty();
        }
    }

    private Cycle cycle(@Nullable Paid charge, Instant at) {
        var agency = charge == null ? null : charge.region();
        if (charge == null || agency == null) {
            return cycles.current(charge == null ? at : charge.openedAt());
        }
        return cycles.of(cycles.current(agency, charge.openedAt()).packageId(), agency, at);
    }

    /** What goes back by the rule of what has not gone yet. */
    static List<Share> shares(Rule rule, List<Part> parts) {
        return parts.stream()
                .map(part ->
                        new Share(part.place(), part.name(), rule.givesBack(part.name()) ? part.left() : Money.ZERO))
                .toList();
    }

    static Money total(List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
    }

    /** 培训费 ¥320.00 原路退回，报名考试费 ¥60.00 不退. */
    static String sentence(Rule rule, List<Part> parts, Instant at) {
        if (rule.isOver(at)) {
            return "按退费规定（" + rule.clause() + "），已过退费期限，已缴费用不退";
        }
        return "按退费规定（" + rule.clause() + "），"
                + parts.stream().map(part -> fate(rule, part)).collect(Collectors.joining("，"));
    }

    private static String fate(Rule rule, Part part) {
        if (!rule.givesBack(part.name())) {
            return part.name() + " " + part.amount() + " 不退";
        }
        return part.left().fen() == 0 ? part.name() + "已经退过" : part.name() + " " + part.left() + " 原路退回";
    }
}
