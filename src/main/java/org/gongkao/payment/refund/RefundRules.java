package org.gongkao.payment.refund;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkao.cycle.Node;
import org.gongkao.payment.RefundGround;
import org.jspecify.annotations.Nullable;

/** 退费规定。What of a year's fees goes back on which ground, until when it can be asked for, and whether anybody has to be asked. */
final class RefundRules {

    /** 退费规则。{@code parts} is empty where a movement of money goes back in full; {@code until} is exclusive. */
    record Rule(
            boolean automatic,
            Map<String, Boolean> parts,
            @Nullable Instant until,
            String clause) {

        Rule {
            parts = new LinkedHashMap<>(parts);
        }

        boolean givesBack(String part) {
            return parts.getOrDefault(part, false);
        }

        boolean isOver(Instant at) {
            return until != null && !at.isBefore(until);
        }
    }

    private final Map<RefundGround, Rule> rules;
    private final Node node;

    RefundRules(Map<RefundGround, Rule> rules, Node node) {
        this.rules = new EnumMap<>(RefundGround.class);
        this.rules.putAll(rules);
        this.node = node;
    }

    /** Empty in a year that says nothing: then nothing goes back by itself, and nobody can ask. */
    Optional<Rule> of(RefundGround ground) {
        return Optional.ofNullable(rules.get(ground));
    }

    Map<RefundGround, Rule> all() {
        return rules;
    }

    Node node() {
        return node;
    }
}
