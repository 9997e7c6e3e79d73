package org.gongkao.eligibility;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.shared.Level;
import org.gongkao.shared.Word;

/**
 * The typed names that an expression may use: the facts, what is derived from them and from the package, and the words. Each
 * kind of word has a type of its own, so that {@code sex == EXCELLENT} is refused. Levels are numbers, 5 to 1.
 */
final class Vocabulary {

    static final OpaqueType DATE = OpaqueType.create("Date");

    /** Not facts themselves: what they are made of is in {@link #madeOf}. */
    static final String YEAR = "year";

    static final String NOTICE_DAY = "noticeDay";
    static final String COUNTING_DAY = "countingDay";
    static final String AGE_DAY = "ageDay";
    static final String SERVICE_COUNTING = "serviceCounting";
    static final String LEVEL_COUNTING = "levelCounting";
    static final String BIRTH = "birth";
    static final String RETIREMENT_DAY = "retirementDay";
    static final String BIRTH_DATES_AGREE = "birthDatesAgree";
    static final String OCCUPATION_OPEN = "occupationOpen";
    static final String MEASURE = "measure";

    private static final Map<EntryShape, StructType> SHAPES = shapes();

    /** Finds the types of entries by their names. */
    static final CelTypeProvider TYPES = new CelTypeProvider() {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(SHAPES.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return SHAPES.values().stream()
                    .filter(type -> type.name().equals(name))
                    .map(CelType.class::cast)
                    .findFirst();
        }
    };

    private Vocabulary() {}

    static Map<String, CelType> variables() {
        var all = new LinkedHashMap<String, CelType>();
        for (var fact : Fact.values()) {
            all.put(fact.key(), type(fact));
            fact.words().forEach(word -> constant(all, word));
        }
        entryWords().forEach(word -> constant(all, word));
        Arrays.stream(Counting.values()).forEach(word -> constant(all, word));
        all.put(YEAR, SimpleType.INT);
        all.put(NOTICE_DAY, DATE);
        all.put(COUNTING_DAY, DATE);
        all.put(AGE_DAY, DATE);
        all.put(SERVICE_COUNTING, type(Counting.EXACT_DAY));
        all.put(LEVEL_COUNTING, type(Counting.EXACT_DAY));
        all.put(BIRTH, DATE);
        all.put(BIRTH_DATES_AGREE, SimpleType.BOOL);
        all.put(RETIREMENT_DAY, DATE);
        all.put(OCCUPATION_OPEN, SimpleType.BOOL);
        return all;
    }

    /** The words that stand in expressions under their own names. */
    static Map<String, Object> constants() {
        var all = new LinkedHashMap<String, Object>();
        for (var fact : Fact.values()) {
            fact.words().forEach(word -> all.put(word.name(), word));
        }
        entryWords().forEach(word -> all.put(word.name(), word));
        Arrays.stream(Counting.values()).forEach(word -> all.put(word.name(), word));
        Arrays.stream(Level.values()).forEach(level -> all.remove(level.name()));
        return all;
    }

    /** Which facts a name is made of. */
    static List<Fact> madeOf(String name) {
        return switch (name) {
            case BIRTH, BIRTH_DATES_AGREE -> List.of(Fact.BIRTH_DATE);
            case RETIREMENT_DAY -> List.of(Fact.BIRTH_DATE, Fact.SEX, Fact.RETIREMENT_CATEGORY);
            case OCCUPATION_OPEN -> List.of(Fact.OCCUPATION, Fact.LEVEL);
            default -> Fact.of(name).map(List::of).orElse(List.of());
        };
    }

    /** Whether a name means something else in another year, everything else being equal. */
    static boolean movesWithTheYear(String name) {
        return List.of(YEAR, NOTICE_DAY, COUNTING_DAY, AGE_DAY, Fact.DAY.key(), Fact.APPRAISALS.key())
                .contains(name);
    }

    static CelType type(EntryShape shape) {
        var type = SHAPES.get(shape);
        if (type == null) {
            throw new IllegalStateException(shape.name());
        }
        return type;
    }

    static CelType type(Word word) {
        return word instanceof Level
                ? SimpleType.INT
                : OpaqueType.create(word.getClass().getSimpleName());
    }

    private static CelType type(Fact fact) {
        return fact.kind() == FactKind.LIST
                ? ListType.create(type(EntryShape.of(fact)))
                : type(fact.kind(), fact.words());
    }

    private static CelType type(FactKind kind, List<Word> words) {
        return switch (kind) {
            case TEXT -> SimpleType.STRING;
            case FLAG -> SimpleType.BOOL;
            case NUMBER -> SimpleType.INT;
            case DATE -> DATE;
            case WORD -> type(words.getFirst());
            case LIST -> throw new IllegalArgumentException("a list has entries");
        };
    }

    private static List<Word> entryWords() {
        return Arrays.stream(EntryShape.values())
                .flatMap(shape -> shape.columns().stream())
                .flatMap(column -> column.words().stream())
                .distinct()
                .toList();
    }

    private static void constant(Map<String, CelType> all, Word word) {
        if (!(word instanceof Level)) {
            all.put(word.name(), type(word));
        }
    }

    private static Map<EntryShape, StructType> shapes() {
        var all = new LinkedHashMap<EntryShape, StructType>();
        for (var shape : EntryShape.values()) {
            var fields = new LinkedHashMap<String, CelType>();
            shape.columns().forEach(column -> fields.put(column.key(), type(column.kind(), column.words())));
            all.put(
                    shape,
                    StructType.create(
                            shape.name(),
                            ImmutableSet.copyOf(fields.keySet()),
                            key -> Optional.ofNullable(fields.get(key))));
        }
        return all;
    }
}
