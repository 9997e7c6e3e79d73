package org.gongkao.eligibility;

import com.google.common.collect.ImmutableList;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelVariableResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.eligibility.EligibilityRules.Settings;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Sex;
import org.jspecify.annotations.Nullable;

/** One person in one year, under the names that expressions use. What is not known is declared unknown, each time. */
final class Situation implements CelVariableResolver {

    private static final Map<String, Optional<Object>> CONSTANTS = new HashMap<>();

    private static final Map<String, CelAttributePattern> PATTERNS = new HashMap<>();

    static {
        Vocabulary.constants().forEach((name, word) -> CONSTANTS.put(name, Optional.of(word)));
        Vocabulary.variables().keySet().stream()
                .filter(name -> !CONSTANTS.containsKey(name))
                .forEach(name -> PATTERNS.put(name, CelAttributePattern.create(name)));
    }

    private final Facts facts;
    private final Moment moment;
    private final Map<String, Object> values;
    private final ImmutableList<CelAttributePattern> unknowns;
    private final Trades trades;

    private Situation(
            Facts facts,
            Moment moment,
            Map<String, Object> values,
            ImmutableList<CelAttributePattern> unknowns,
            Trades trades) {
        this.facts = facts;
        this.moment = moment;
        this.values = values;
        this.unknowns = unknowns;
        this.trades = trades;
    }

    static Situation of(Facts facts, Moment moment, Settings settings, Trades trades) {
        var values = new HashMap<String, Object>();
        facts.known().forEach((fact, value) -> values.put(fact.key(), value(fact, value, trades)));
        put(values, Vocabulary.BIRTH, birth(facts));
        put(values, Vocabulary.BIRTH_DATES_AGREE, birthDatesAgree(facts));
        put(values, Vocabulary.RETIREMENT_DAY, retirement(facts));
        put(values, Vocabulary.OCCUPATION_OPEN, open(facts, trades));
        values.put(Vocabulary.SERVICE_COUNTING, settings.service());
        values.put(Vocabulary.LEVEL_COUNTING, settings.level());
        dates(values, moment, settings);
        return new Situation(facts, moment, values, unknowns(values), trades);
    }

    /** The same person some years on: time has passed, and the appraisals since are taken to be 合格. */
    Situation later(int years, Settings settings) {
        var on = new HashMap<>(values);
        var then = moment.later(years);
        dates(on, then, settings);
        if (on.get(Fact.DAY.key()) instanceof Days day) {
            on.put(
                    Fact.DAY.key(),
                    new Days(day.first().plusYears(years), day.last().plusYears(years)));
        }
        if (on.get(Fact.APPRAISALS.key()) instanceof List<?> list) {
            var appraisals = new ArrayList<Object>(list);
            for (long year = moment.year(); year < then.year(); year++) {
                appraisals.add(new EntryValue(
                        EntryShape.APPRAISAL,
                        Map.of(
                                "year",
                                year,
                                "grade",
                                AppraisalGrade.COMPETENT,
                                "filing",
                                FilingState.FILED,
                                "outstandingMember",
                                false)));
            }
            on.put(Fact.APPRAISALS.key(), List.copyOf(appraisals));
        }
        // Other values under the same names: what was unknown stays so.
        return new Situation(facts, then, on, unknowns, trades);
    }

    private static void dates(Map<String, Object> values, Moment moment, Settings settings) {
        values.put(Vocabulary.YEAR, (long) moment.year());
        values.put(Vocabulary.NOTICE_DAY, Days.of(moment.noticeDay()));
        values.put(Vocabulary.COUNTING_DAY, Days.of(settings.countingDay().atYear(moment.year())));
        values.put(Vocabulary.AGE_DAY, Days.of(settings.ageDay().atYear(moment.year())));
    }

    private static Object value(Fact fact, Object value, Trades trades) {
        if (value instanceof List<?> list) {
            var shape = EntryShape.of(fact);
            return list.stream()
                    .map(entry -> entry(shape, (Entry) entry, trades))
                    .toList();
        }
        return scalar(fact.key(), value, trades);
    }

    private static EntryValue entry(EntryShape shape, Entry entry, Trades trades) {
        var fields = new HashMap<String, Object>();
        for (var column : shape.columns()) {
            var value = column.value().apply(entry);
            if (value != null) {
                fields.put(column.key(), scalar(column.key(), value, trades));
            }
        }
        return new EntryValue(shape, fields);
    }

    private static Object scalar(String key, Object value, Trades trades) {
        return switch (value) {
            case PartialDate date -> Days.of(date);
            case Level level -> (long) level.number();
            case Integer number -> (long) number;
            case String text -> key.equals(Fact.OCCUPATION.key()) ? trades.code(text) : text;
            default -> value;
        };
    }

    /** The personnel file decides where it is known (劳社部发〔1999〕8号), else the ID. */
    static @Nullable Days birth(Facts facts) {
        var date = facts.value(Fact.BIRTH_DATE_ON_FILE).or(() -> facts.value(Fact.BIRTH_DATE));
        return date.map(known -> Days.of((PartialDate) known)).orElse(null);
    }

    /** Two dates disagree when no day is both; one date alone has nothing to disagree with. */
    private static @Nullable Boolean birthDatesAgree(Facts facts) {
        var onFile = facts.value(Fact.BIRTH_DATE_ON_FILE).orElse(null);
        var onCard = facts.value(Fact.BIRTH_DATE).orElse(null);
        if (onFile instanceof PartialDate one && onCard instanceof PartialDate other) {
            return !one.earliest().isAfter(other.latest()) && !other.earliest().isAfter(one.latest());
        }
        return onCard == null ? null : Boolean.TRUE;
    }

    /** All the days that it can be: a woman whose category is not known may retire at 50 or at 55. */
    static @Nullable Days retirement(Facts facts) {
        var birth = birth(facts);
        var category = facts.value(Fact.RETIREMENT_CATEGORY).orElse(null);
        var sex = facts.value(Fact.SEX).orElse(null);
        if (birth == null || sex == null && category == null) {
            return null;
        }
        var possible = category instanceof OriginalRetirementAge known
                ? List.of(known)
                : sex == Sex.MALE
                        ? List.of(OriginalRetirementAge.MEN_60)
                        : List.of(OriginalRetirementAge.WOMEN_50, OriginalRetirementAge.WOMEN_55);
        return new Days(
                RetirementAge.day(possible.getFirst(), birth.first()),
                RetirementAge.day(possible.getLast(), birth.last()));
    }

    private static @Nullable Boolean open(Facts facts, Trades trades) {
        var occupation = facts.value(Fact.OCCUPATION).orElse(null);
        var level = facts.value(Fact.LEVEL).orElse(null);
        return occupation instanceof String text && level instanceof Level sought ? trades.open(text, sought) : null;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static ImmutableList<CelAttributePattern> unknowns(Map<String, Object> values) {
        var patterns = ImmutableList.<CelAttributePattern>builder();
        PATTERNS.forEach((name, pattern) -> {
            if (!values.containsKey(name)) {
                patterns.add(pattern);
            }
        });
        return patterns.build();
    }

    Facts facts() {
        return facts;
    }

    /** A fact as the person reads it, or that it was not given. */
    String words(Fact fact) {
        return Showing.of(named(facts.value(fact).orElse(null)));
    }

    private @Nullable Object named(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (value) {
            case String text -> trades.words(text);
            case WorkPeriod work -> {
                var trade = work.occupation();
                yield new WorkPeriod(
                        trade == null ? null : trades.words(trade), work.from(), work.to(), work.current());
            }
            case List<?> list -> list.stream().map(this::named).toList();
            default -> value;
        };
    }

    Moment moment() {
        return moment;
    }

    LocalDate opening() {
        return moment.opening();
    }

    ImmutableList<CelAttributePattern> unknowns() {
        return unknowns;
    }

    @Override
    public Optional<Object> find(String name) {
        var value = values.get(name);
        return value == null ? CONSTANTS.getOrDefault(name, Optional.empty()) : Optional.of(value);
    }
}
