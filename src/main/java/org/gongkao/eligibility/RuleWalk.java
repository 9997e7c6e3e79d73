package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkao.cycle.Node;
import org.gongkao.eligibility.FictionalPeople.Person;
import org.gongkao.eligibility.Verdict.Overall;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;

/**
 * 规则走查。What the rules of a year do to people who do not exist: faults stop publication, the rest is for the official to
 * confirm. {@code boundaries} show for each number who stands just below, on and just above it.
 */
public record RuleWalk(List<Found> faults, List<Found> toConfirm, List<Boundary> boundaries) {

    /** 走查发现。A place in the package and what was found there. */
    public record Found(Node where, String sentence) {}

    /** 边界人员。Somebody next to a number of a condition, and what becomes of them. */
    public record Boundary(String condition, String parameter, long measured, String person, String result) {}

    private static final int LONGEST_SERVICE = 45;

    static RuleWalk of(RuleBook book) {
        return new Walk(book).done();
    }

    /** One walk under way. */
    private static final class Walk {

        private final RuleBook book;
        private final List<Person> people;
        private final List<Found> faults = new ArrayList<>();
        private final List<Found> toConfirm = new ArrayList<>();
        private final List<Boundary> boundaries = new ArrayList<>();

        private Walk(RuleBook book) {
            this.book = book;
            this.people = FictionalPeople.of(book.moment(), book.someTrade());
        }

        private RuleWalk done() {
            levelsByService();
            for (var rule : book.rules().values()) {
                numbers(rule);
                bothSides(rule);
            }
            moreNeverHurts();
            notKnowingNeverHelps();
            return new RuleWalk(List.copyOf(faults), List.copyOf(toConfirm), List.copyOf(boundaries));
        }

        /** (a) Somebody without a certificate: which levels are open after how many years. */
        private void levelsByService() {
            int year = book.moment().year();
            var worker = people.getFirst().facts().with(Fact.BIRTH_DATE, PartialDate.year(year - 58));
            var before = "";
            int first = 0;
            for (int service = 0; service <= LONGEST_SERVICE + 1; service++) {
                var levels = service > LONGEST_SERVICE
                        ? "-"
                        : levels(worker, book.settings().service().latestStart(year, service));
                if (!levels.equals(before)) {
                    tellLevels(first, service - 1, before);
                    first = service;
                    before = levels;
                }
            }
        }

        private String levels(Facts worker, int since) {
            var facts = worker.with(Fact.START_OF_WORK, PartialDate.year(since))
                    .with(
                            Fact.REGULAR_SINCE,
                            PartialDate.year(Math.min(since + 1, book.moment().year() - 1)));
            return String.join("、", open(facts).stream().map(Level::label).toList());
        }

        /** One level is the natural case; none, or a choice, is for the official to confirm. */
        private void tellLevels(int from, int to, String levels) {
            if (to < from || !levels.isEmpty() && !levels.contains("、")) {
                return;
            }
            var years = from == to ? from + "年" : from + "至" + to + "年";
            toConfirm.add(new Found(
                    book.paths(),
                    "没有证书、工作年限" + years + "的人员，" + (levels.isEmpty() ? "没有可申报的等级" : "可申报" + levels) + "，请确认。"));
        }

        private Set<Level> open(Facts facts) {
            var open = EnumSet.noneOf(Level.class);
            for (var level : Level.values()) {
                if (eligible(facts.with(Fact.LEVEL, level))) {
                    open.add(level);
                }
            }
            return open;
        }

        private boolean eligible(Facts facts) {
            return Judging.of(book, facts, false).overall() == Overall.ELIGIBLE;
        }

        /** (b) Every number with people at one less, at it, and at one more. */
        private void numbers(CompiledRule rule) {
            for (var parameter : rule.rule().formula().parameters().entrySet()) {
                if (!(parameter.getValue() instanceof Long number)) {
                    continue;
                }
                var where = rule.rule().node().at("parameters").at(parameter.getKey());
                if (rule.rule().formula().measure().isEmpty()) {
                    toConfirm.add(new Found(where, "此数没有测算式（measure），边界只由样例核对，请确认。"));
                    continue;
                }
                var around = List.of(standing(rule, number - 1), standing(rule, number), standing(rule, number + 1));
                if (around.stream().anyMatch(List::isEmpty)) {
                    toConfirm.add(new Found(where, "没有虚构人员正好在" + number + "的上下，请另行核对边界。"));
                    continue;
                }
                boolean divides = false;
                for (var side : around) {
                    side.forEach(one -> boundaries.add(
                            new Boundary(rule.id(), parameter.getKey(), one.measured(), one.person(), one.result())));
                    divides |= !side.stream()
                            .map(Standing::result)
                            .toList()
                            .equals(around.getFirst().stream()
                                    .map(Standing::result)
                                    .toList());
                }
                if (!divides) {
                    toConfirm.add(new Found(where, "虚构人员中，此数上下的结论相同，请确认这个数起作用。"));
                }
            }
        }

        private record Standing(long measured, String person, String result) {}

        /** People at that number, one for each result that there is. */
        private List<Standing> standing(CompiledRule rule, long number) {
            var found = new ArrayList<Standing>();
            for (var person : people) {
                var outcome = rule.ask(book.situation(person.facts()));
                var measured = outcome.measured();
                if (measured != null && measured == number) {
                    var result = rule.rule().kind().result(outcome.truth()).label();
                    if (found.stream().noneMatch(one -> one.result.equals(result))) {
                        found.add(new Standing(number, person.name(), result));
                    }
                }
            }
            return found;
        }

        /** (d) A condition that everybody meets, or nobody. */
        private void bothSides(CompiledRule rule) {
            if (!rule.rule().judged() || !rule.rule().inForce().on(book.moment().opening())) {
                return;
            }
            var seen = EnumSet.noneOf(Truth.class);
            people.forEach(
                    person -> seen.add(rule.ask(book.situation(person.facts())).truth()));
            if (!seen.contains(Truth.YES)) {
                toConfirm.add(new Found(rule.rule().node(), "没有一名虚构人员符合此条件，请确认不是写错。"));
            }
            if (!seen.contains(Truth.NO)) {
                toConfirm.add(new Found(rule.rule().node(), "没有一名虚构人员不符合此条件，请确认不是写错。"));
            }
        }

        /** (c) One more year of service, certificate or appraisal: no level is lost but by a declared upper bound. */
        private void moreNeverHurts() {
            for (var person : people) {
                if (!eligible(person.facts())) {
                    continue;
                }
                for (var more : MoreOf.all(person.facts(), book.moment().year())) {
                    var after = Judging.of(book, more.facts(), false);
                    if (after.overall() != Overall.ELIGIBLE && !bounded(after)) {
                        faults.add(new Found(
                                book.paths(),
                                person.name() + "多了" + more.what() + "，反而不能申报"
                                        + Showing.of(
                                                person.facts().value(Fact.LEVEL).orElse(null))
                                        + "；确应如此的，请在有关条件上写明 upper_bound。"));
                    }
                }
            }
        }

        private boolean bounded(Verdict verdict) {
            return verdict.conditions().stream().anyMatch(one -> {
                var rule = book.rules().get(one.id());
                return one.result() != Verdict.Result.MET
                        && rule != null
                        && !rule.rule().upperBound().isEmpty();
            });
        }

        /**
         * (e) A fact forgotten never turns a condition met. The date of birth on file is left out: where there is none the ID
         * counts, and that is a rule.
         */
        private void notKnowingNeverHelps() {
            for (var person : people) {
                var known = book.situation(person.facts());
                for (var fact : person.facts().known().keySet()) {
                    if (fact != Fact.BIRTH_DATE_ON_FILE) {
                        var forgotten = book.situation(person.facts().with(fact, null));
                        for (var rule : book.rules().values()) {
                            if (rule.facts().contains(fact)
                                    && rule.ask(forgotten).truth() == Truth.YES
                                    && rule.ask(known).truth() != Truth.YES) {
                                faults.add(new Found(
                                        rule.rule().node(),
                                        person.name() + "缺少“" + fact.label() + "”时反而符合此条件，请改写判断式。"));
                            }
                        }
                    }
                }
            }
        }
    }
}
