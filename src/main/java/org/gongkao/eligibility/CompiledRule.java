package org.gongkao.eligibility;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition that can be asked. The same program serves all people at once. */
final class CompiledRule {

    /** 条件测算。What a condition came to, with the number that was measured; null where it is not known or not measured. */
    record Outcome(Truth truth, @Nullable Long measured) {}

    private final Rule rule;
    private final Program when;
    private final @Nullable Program measure;
    private final Map<String, Optional<Object>> parameters = new HashMap<>();
    private final List<Fact> facts;
    private final boolean movesWithTheYear;
    private final Template fact;
    private final Template needed;
    private final Template sentence;

    CompiledRule(
            Rule rule, Program when, @Nullable Program measure, Map<String, Object> parameters, Set<String> names) {
        this.rule = rule;
        this.when = when;
        this.measure = measure;
        parameters.forEach((name, value) -> this.parameters.put(name, Optional.of(value)));
        var made = new LinkedHashSet<Fact>();
        names.stream().sorted().forEach(name -> made.addAll(Vocabulary.madeOf(name)));
        this.facts = List.copyOf(made);
        this.movesWithTheYear = names.stream().anyMatch(Vocabulary::movesWithTheYear);
        var words = new HashMap<String, String>();
        parameters.forEach((name, value) -> words.put(name, Showing.of(value)));
        this.fact = new Template(rule.wording().fact()).with(words);
        this.needed = new Template(rule.wording().needed()).with(words);
        this.sentence = new Template(rule.wording().sentence()).with(words);
    }

    Rule rule() {
        return rule;
    }

    String id() {
        return rule.id();
    }

    /** The facts that it asks for. */
    List<Fact> facts() {
        return facts;
    }

    boolean movesWithTheYear() {
        return movesWithTheYear;
    }

    Outcome ask(Situation situation) {
        if (measure == null) {
            return new Outcome(truth(when, situation, situation), null);
        }
        var measured = value(measure, new Names(situation, null), situation);
        return new Outcome(
                truth(when, new Names(situation, measured), situation), measured instanceof Long n ? n : null);
    }

    private Truth truth(Program program, CelVariableResolver names, Situation situation) {
        var value = value(program, names == situation ? new Names(situation, null) : names, situation);
        return value instanceof Boolean holds ? Truth.of(holds) : Truth.UNKNOWN;
    }

    /** What an expression cannot work out for this person (a field that is not known, a number that runs over) is unknown. */
    private static Object value(Program program, CelVariableResolver names, Situation situation) {
        try {
            var value = program.eval(PartialVars.of(names, situation.unknowns()));
            return value instanceof CelUnknownSet ? Unknown.VALUE : value;
        } catch (CelEvaluationException unknown) {
            return Unknown.VALUE;
        }
    }

    /** The names of the situation, and those of this condition alone. */
    private final class Names implements CelVariableResolver {

        private final Situation situation;
        private final @Nullable Object measured;

        private Names(Situation situation, @Nullable Object measured) {
            this.situation = situation;
            this.measured = measured;
        }

        @Override
        public Optional<Object> find(String name) {
            var parameter = parameters.get(name);
            if (parameter != null) {
                return parameter;
            }
            return measured != null && name.equals(Vocabulary.MEASURE) ? Optional.of(measured) : situation.find(name);
        }
    }

    String sentence(Situation situation) {
        return sentence.fill(name -> shown(name, null, situation));
    }

    /** The person's own case in words; the facts that it was held against where the package says nothing else. */
    String fact(Situation situation, @Nullable Long measured) {
        if (!rule.wording().fact().isEmpty()) {
            return fact.fill(name -> shown(name, measured, situation));
        }
        var words = new ArrayList<String>();
        for (var one : facts) {
            if (one != Fact.LEVEL && one != Fact.OCCUPATION) {
                words.add(one.label() + "：" + situation.words(one));
            }
        }
        return String.join("；", words);
    }

    String needed(Situation situation, @Nullable Long measured) {
        return needed.fill(name -> shown(name, measured, situation));
    }

    private String shown(String name, @Nullable Long measured, Situation situation) {
        if (name.equals(Vocabulary.MEASURE)) {
            return measured == null ? "未知" : measured.toString();
        }
        return Fact.of(name)
                .map(situation::words)
                .orElseGet(() -> Showing.of(situation.find(name).orElse(null)));
    }

    /** The facts that would decide it: those not given, else those not given exactly enough. */
    List<String> missing(Situation situation) {
        var absent = facts.stream().filter(one -> !situation.facts().knows(one)).toList();
        return (absent.isEmpty() ? facts : absent).stream().map(Fact::key).toList();
    }
}
