package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.cycle.ContentHash;
import org.gongkao.eligibility.CompiledRule.Outcome;
import org.gongkao.eligibility.RuleBook.Way;
import org.gongkao.eligibility.Verdict.Condition;
import org.gongkao.eligibility.Verdict.Needed;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.eligibility.Verdict.PathOutcome;
import org.gongkao.eligibility.Verdict.Result;
import org.gongkao.shared.Level;
import org.jspecify.annotations.Nullable;

/** 资格判定。One person's facts held against one book of rules. */
final class Judging {

    /** One condition asked, and the waiver that lifted it, if one did. */
    private record Asked(
            CompiledRule rule,
            Outcome outcome,
            Result result,
            @Nullable CompiledRule liftedBy) {}

    private record Tried(Way way, List<Asked> conditions, Overall overall, boolean counts) {

        int unmet() {
            return (int) conditions.stream()
                    .filter(one -> one.result == Result.UNMET)
                    .count();
        }
    }

    /** In which year somebody can apply, and by which path. */
    private record Opening(int year, Tried by) {}

    private final RuleBook book;
    private final Situation situation;

    private Judging(RuleBook book, Facts facts) {
        this.book = book;
        this.situation = book.situation(facts);
    }

    static Verdict of(RuleBook book, Facts facts, boolean withEarliestYear) {
        return new Judging(book, facts).verdict(withEarliestYear);
    }

    private Verdict verdict(boolean withEarliestYear) {
        var facts = situation.facts();
        var level = (Level) facts.value(Fact.LEVEL).orElse(null);
        var common = ask(book.common(), List.of());
        var tried = new ArrayList<Tried>();
        for (var way : book.ways(level)) {
            var conditions = ask(way.conditions(), way.waivers());
            tried.add(new Tried(way, conditions, overall(conditions), counts(way)));
        }
        var best = best(tried);
        var overall = worse(overall(common), best == null ? without(level) : best.overall);
        Integer earliest = null;
        if (withEarliestYear && best != null) {
            var opening = overall == Overall.INELIGIBLE
                    ? earliest(common, tried)
                    : new Opening(situation.moment().year(), best);
            if (opening != null) {
                earliest = opening.year;
                best = opening.by;
            }
        }
        var shown = new ArrayList<>(common);
        if (best != null) {
            shown.addAll(best.conditions);
        }
        return new Verdict(
                overall,
                best == null ? null : best.way.path().id(),
                best == null ? "" : best.way.path().title(),
                earliest,
                shown.stream().map(this::condition).toList(),
                tried.stream().map(this::path).toList(),
                materials(shown),
                book.hash(),
                ContentHash.of(FactsText.write(facts)));
    }

    private List<Asked> ask(List<CompiledRule> rules, List<CompiledRule> waivers) {
        var lifted = new HashMap<String, Truth>();
        var by = new HashMap<String, CompiledRule>();
        for (var waiver : waivers) {
            var truth = waiver.ask(situation).truth();
            for (var id : waiver.rule().lifts()) {
                lifted.merge(id, truth, Truth::or);
                if (truth == Truth.YES) {
                    by.putIfAbsent(id, waiver);
                }
            }
        }
        var asked = new ArrayList<Asked>(rules.size());
        for (var rule : rules) {
            var outcome = rule.ask(situation);
            var truth = outcome.truth().or(lifted.getOrDefault(rule.id(), Truth.NO));
            var waived = outcome.truth() == Truth.YES ? null : by.get(rule.id());
            asked.add(new Asked(rule, outcome, rule.rule().kind().result(truth), waived));
        }
        return asked;
    }

    /** A warning never bars; whether it has to be confirmed may even be unknown. */
    private static Overall overall(List<Asked> conditions) {
        var overall = Overall.ELIGIBLE;
        for (var one : conditions) {
            if (one.result == Result.UNMET) {
                return Overall.INELIGIBLE;
            }
            if (one.result == Result.UNKNOWN && one.rule.rule().kind() != RuleKind.WARNING) {
                overall = Overall.UNDETERMINED;
            }
        }
        return overall;
    }

    /** No level yet is open; a level that no path leads to is closed. */
    private static Overall without(@Nullable Level level) {
        return level == null ? Overall.UNDETERMINED : Overall.INELIGIBLE;
    }

    private static Overall worse(Overall one, Overall other) {
        if (one == Overall.INELIGIBLE || other == Overall.INELIGIBLE) {
            return Overall.INELIGIBLE;
        }
        return one == Overall.UNDETERMINED || other == Overall.UNDETERMINED ? Overall.UNDETERMINED : Overall.ELIGIBLE;
    }

    /** A path that has to be claimed counts for those who claim it. */
    private boolean counts(Way way) {
        var claim = way.path().claimedBy();
        if (claim == null) {
            return true;
        }
        return situation.facts().value(claim).map(Judging::claims).orElse(false);
    }

    private static boolean claims(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case List<?> list -> !list.isEmpty();
            default -> value != EpidemicCircle.OUTSIDE;
        };
    }

    private static @Nullable Tried best(List<Tried> tried) {
        Tried best = null;
        for (var one : tried) {
            if (best == null || rank(one) < rank(best)) {
                best = one;
            }
        }
        return best;
    }

    private static int rank(Tried one) {
        int order = switch (one.overall) {
            case ELIGIBLE -> 0;
            case UNDETERMINED -> 1_000;
            case INELIGIBLE -> 2_000 + one.unmet();
        };
        return one.counts ? order : order + 10_000;
    }

    /** The first later year in which nothing bars, and the path that opens then, if there is one within sight. */
    private @Nullable Opening earliest(List<Asked> common, List<Tried> tried) {
        if (common.stream().anyMatch(Judging::barsForEver)) {
            return null;
        }
        var commonLater = toAskAgain(common);
        var alive = new LinkedHashMap<Tried, List<CompiledRule>>();
        for (var one : tried) {
            if (one.counts && one.conditions.stream().noneMatch(Judging::barsForEver)) {
                alive.put(one, toAskAgain(one.conditions));
            }
        }
        for (int years = 1; !alive.isEmpty() && years <= book.settings().horizon(); years++) {
            var then = situation.later(years, book.settings());
            if (open(then, commonLater, List.of())) {
                for (var one : alive.entrySet()) {
                    if (open(then, one.getValue(), one.getKey().way.waivers())) {
                        return new Opening(then.moment().year(), one.getKey());
                    }
                }
            }
        }
        return null;
    }

    /** What can close a later year: not what does not bar now and comes out alike in every year. What bars now comes first. */
    private static List<CompiledRule> toAskAgain(List<Asked> conditions) {
        return conditions.stream()
                .filter(one -> one.rule.rule().kind() == RuleKind.REQUIRED
                        && (one.rule.movesWithTheYear() || one.outcome.truth() == Truth.NO))
                .sorted(Comparator.comparing(one -> one.result != Result.UNMET))
                .map(Asked::rule)
                .toList();
    }

    private static boolean barsForEver(Asked one) {
        return one.result == Result.UNMET && !one.rule.movesWithTheYear();
    }

    private static boolean open(Situation then, List<CompiledRule> rules, List<CompiledRule> waivers) {
        for (var rule : rules) {
            if (rule.ask(then).truth() == Truth.NO
                    && waivers.stream()
                            .noneMatch(waiver -> waiver.rule().lifts().contains(rule.id())
                                    && waiver.ask(then).truth() != Truth.NO)) {
                return false;
            }
        }
        return true;
    }

    private Condition condition(Asked one) {
        var rule = one.rule;
        var wording = rule.rule().wording();
        var measured = one.outcome.measured();
        var lifted = one.liftedBy;
        return new Condition(
                rule.id(),
                one.result,
                rule.fact(situation, measured),
                lifted == null ? rule.needed(situation, measured) : "已免除：" + lifted.sentence(situation),
                lifted == null
                        ? wording.document() + " " + wording.clause()
                        : lifted.rule().wording().document() + " "
                                + lifted.rule().wording().clause(),
                rule.sentence(situation),
                book.open(rule.id()),
                one.result == Result.UNKNOWN && rule.rule().judged() ? rule.missing(situation) : List.of());
    }

    private PathOutcome path(Tried one) {
        var obstacles = one.conditions.stream()
                .filter(asked -> asked.result == Result.UNMET || asked.result == Result.UNKNOWN)
                .map(asked -> asked.rule.sentence(situation))
                .toList();
        return new PathOutcome(one.way.path().id(), one.way.path().title(), one.overall, obstacles);
    }

    /** Each material once, with every reason. */
    private List<Needed> materials(List<Asked> conditions) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (var one : conditions) {
            if (one.result == Result.WARNING) {
                // What is not there yet is confirmed or promised, and cannot be shown.
                continue;
            }
            var proving = one.liftedBy == null ? one.rule : one.liftedBy;
            for (var code : proving.rule().materials()) {
                var list = reasons.computeIfAbsent(code, first -> new ArrayList<>());
                var sentence = proving.sentence(situation);
                if (!list.contains(sentence)) {
                    list.add(sentence);
                }
            }
        }
        var materials = new ArrayList<Needed>();
        reasons.forEach((code, list) -> {
            var proof = book.proofs().get(code);
            if (proof != null) {
                materials.add(new Needed(
                        code, proof.name(), "证明：" + String.join("；", list), proof.format(), proof.example()));
            }
        });
        return materials;
    }
}
