package org.gongkao.payment.collective;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.payment.Payer;
import org.gongkao.payment.PayingCondition;
import org.gongkao.payment.UnitCharges;
import org.gongkao.payment.UnitCharges.Owed;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Money;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Shanghai;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 挑选缴费人员。Whom a unit can pay for now, and why it cannot pay for others. Says how it stands at this moment; that it still
 * stands so, is seen to under the charges' locks when the order is sent.
 */
@Component
class ChoosingPeople {

    static final int MOST = 500;

    /** 待选人员。One of the unit's people with a charge; {@code why} is what stands against paying it now. */
    record Candidate(Collectives.Owing owing, String name, Optional<String> why) {}

    /** 挑选结果。For whom the unit can pay, who is left out, and the sum of the former. */
    record Chosen(List<Candidate> fit, List<Candidate> left) {

        Money sum() {
            return fit.stream().map(one -> one.owing().amount()).reduce(Money.ZERO, Money::plus);
        }
    }

    private final List<UnitCharges> owed;
    private final List<PayingCondition> conditions;
    private final Collectives collectives;

    ChoosingPeople(
            ObjectProvider<UnitCharges> owed, ObjectProvider<PayingCondition> conditions, Collectives collectives) {
        this.owed = owed.orderedStream().toList();
        this.conditions = conditions.orderedStream().toList();
        this.collectives = collectives;
    }

    /** All of the unit's people whose matter waits for its payment. */
    Chosen all(Actor clerk, Instant now) {
        return split(
                owed.stream()
                        .flatMap(one -> one.of(clerk.office().code()).stream())
                        .toList(),
                now);
    }

    /** Those that were ticked: whoever is not of this unit does not exist, and whoever cannot be paid for now is left out. */
    Chosen of(Collection<String> keys, Actor clerk, Instant now) {
        var asked = new HashSet<>(keys);
        if (asked.isEmpty()) {
            throw new Refusal(CollectiveRefusal.NOBODY_CHOSEN);
        }
        if (asked.size() > MOST) {
            throw new Refusal(CollectiveRefusal.TOO_MANY, MOST);
        }
        var known = owed.stream()
                .flatMap(one -> one.named(clerk.office().code(), asked).stream())
                .toList();
        if (known.size() != asked.size()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        var chosen = split(known, now);
        if (chosen.fit().size() + chosen.left().size() != asked.size()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        return chosen;
    }

    private Chosen split(List<Owed> known, Instant now) {
        Map<String, String> names = new LinkedHashMap<>();
        known.forEach(one -> names.put(one.purposeKey(), one.name()));
        var fit = new ArrayList<Candidate>();
        var left = new ArrayList<Candidate>();
        for (var owing : collectives.owing(names.keySet())) {
            var why = whyNot(owing, now);
            (why.isEmpty() ? fit : left).add(new Candidate(owing, names.getOrDefault(owing.purposeKey(), ""), why));
        }
        return new Chosen(List.copyOf(fit), List.copyOf(left));
    }

    private Optional<String> whyNot(Collectives.Owing owing, Instant now) {
        return switch (owing.state()) {
            case SETTLED -> Optional.of("已经缴费");
            case LAPSED -> Optional.of("缴费已于" + Shanghai.deadline(owing.deadline()) + "截止");
            case CANCELLED -> Optional.of("申报已撤销，不用缴费");
            case DISPUTED -> Optional.of("上一次到账的款项待财务核实");
            case UNKNOWN, PREPARED ->
                Optional.of(owing.collective() == null ? "本人正在缴费" : "已在统一缴费 " + owing.collective() + " 中");
            case OPEN ->
                now.isBefore(owing.deadline())
                        ? againstIt(owing, now)
                        : Optional.of("缴费已于" + Shanghai.deadline(owing.deadline()) + "截止");
        };
    }

    private Optional<String> againstIt(Collectives.Owing owing, Instant now) {
        try {
            for (var condition : conditions) {
                condition.require(owing.purpose(), owing.purposeKey(), new Payer.Person(owing.person()), now);
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.sentence());
        }
    }

    /** The names of those for whom a payment is, or was. */
    Map<String, String> names(Collection<Collective> all, Actor clerk) {
        var keys = all.stream()
                .flatMap(one -> one.shares().stream())
                .map(Collective.Share::purposeKey)
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        owed.stream()
                .flatMap(one -> one.named(clerk.office().code(), keys).stream())
                .forEach(one -> names.put(one.purposeKey(), one.name()));
        return names;
    }
}
