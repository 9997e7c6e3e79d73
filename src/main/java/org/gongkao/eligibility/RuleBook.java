package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Node;
import org.gongkao.cycle.Problems;
import org.gongkao.eligibility.EligibilityRules.Proof;
import org.gongkao.eligibility.EligibilityRules.Settings;
import org.gongkao.shared.Level;
import org.jspecify.annotations.Nullable;

/** The rules of one package, compiled; made once for each hash. */
final class RuleBook {

    /** A path with its conditions and waivers. */
    record Way(RulePath path, List<CompiledRule> conditions, List<CompiledRule> waivers) {}

    private final String hash;
    private final Node paths;
    private final Moment moment;
    private final Settings settings;
    private final Trades trades;
    private final Map<String, CompiledRule> rules = new LinkedHashMap<>();
    private final List<CompiledRule> common;
    private final List<Way> ways = new ArrayList<>();
    private final Map<String, Proof> proofs;
    private final Map<String, String> open = new LinkedHashMap<>();
    private final Map<Level, Set<String>> asked = new ConcurrentHashMap<>();

    private RuleBook(Cycle cycle, Catalogue catalogue, Problems problems) {
        var section = cycle.section(EligibilityRules.class);
        this.hash = cycle.hash();
        this.paths = section.node().at("paths");
        this.moment = Moment.of(cycle);
        this.settings = section.settings();
        this.trades = new Trades(cycle, catalogue);
        this.proofs = section.proofs();
        var compiler = new RuleCompiler(trades, problems);
        section.rules().forEach((id, rule) -> {
            var compiled = compiler.compile(rule);
            if (compiled != null) {
                rules.put(id, compiled);
                open.put(id, note(cycle, rule));
            }
        });
        this.common = named(section.common());
        section.paths().forEach(path -> ways.add(new Way(path, named(path.conditions()), named(path.waivers()))));
    }

    /** As it was published: what does not compile has been refused before, so a fault here is one of the program. */
    static RuleBook published(Cycle cycle, Catalogue catalogue) {
        var problems = new Problems();
        var book = new RuleBook(cycle, catalogue, problems);
        if (problems.any()) {
            throw new IllegalStateException("the rules of " + cycle.name() + " do not compile: " + problems.list());
        }
        return book;
    }

    static RuleBook draft(Cycle cycle, Catalogue catalogue, Problems problems) {
        return new RuleBook(cycle, catalogue, problems);
    }

    /** What the conditions of a level look at; found out once, for every page of a form asks. */
    Set<String> asks(Level level) {
        return asked.computeIfAbsent(level, one -> Set.copyOf(AskedFor.of(this, one)));
    }

    /** Why a condition's numbers are 待确认: its own note, its parameters', or that of the way of counting it uses. */
    private static String note(Cycle cycle, Rule rule) {
        var notes = new ArrayList<String>();
        var own = "rules.conditions." + rule.id();
        notes.add(cycle.unconfirmedNote(own));
        rule.formula()
                .parameters()
                .keySet()
                .forEach(name -> notes.add(cycle.unconfirmedNote(own + ".parameters." + name)));
        var text = rule.formula().when() + rule.formula().measure();
        Map.of(
                        Vocabulary.SERVICE_COUNTING, "rules.settings.service_counting",
                        Vocabulary.LEVEL_COUNTING, "rules.settings.level_counting",
                        Vocabulary.AGE_DAY, "rules.settings.age_day")
                .forEach((name, field) -> {
                    if (text.contains(name)) {
                        notes.add(cycle.unconfirmedNote(field));
                    }
                });
        notes.removeIf(String::isEmpty);
        return String.join("", notes);
    }

    private List<CompiledRule> named(List<String> ids) {
        var found = new ArrayList<CompiledRule>();
        for (var id : ids) {
            var rule = rules.get(id);
            if (rule != null && rule.rule().inForce().on(moment.opening())) {
                found.add(rule);
            }
        }
        return List.copyOf(found);
    }

    Situation situation(Facts facts) {
        return Situation.of(facts, moment, settings, trades);
    }

    /** The code of a trade that is examined at every level, for people who do not exist. */
    String someTrade() {
        return trades.some();
    }

    List<Way> ways(@Nullable Level level) {
        return ways.stream()
                .filter(way -> level != null && way.path.levels().contains(level))
                .toList();
    }

    List<Way> ways() {
        return ways;
    }

    /** Where the paths stand in the package. */
    Node paths() {
        return paths;
    }

    List<CompiledRule> common() {
        return common;
    }

    Map<String, CompiledRule> rules() {
        return rules;
    }

    Map<String, Proof> proofs() {
        return proofs;
    }

    String open(String id) {
        return open.getOrDefault(id, "");
    }

    Settings settings() {
        return settings;
    }

    Moment moment() {
        return moment;
    }

    String hash() {
        return hash;
    }
}
