package org.gongkao.eligibility;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Word;
import org.jspecify.annotations.Nullable;

/**
 * The functions of our own, each type-checked: dates of any precision, ordered words, appraisals by year, clocks of a level.
 * Where the answer depends on what is not known they answer unknown. Which of them a rule uses, and with which numbers, is
 * the package's business.
 */
final class RuleFunctions {

    /** A function as the compiler and as the runtime know it. */
    record Own(CelFunctionDecl declaration, CelFunctionBinding binding) {}

    private static final CelType DATE = Vocabulary.DATE;
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType COUNTING = Vocabulary.type(Counting.EXACT_DAY);
    private static final CelType NAMES = ListType.create(SimpleType.STRING);

    private RuleFunctions() {}

    static List<Own> all() {
        var all = new ArrayList<Own>();
        dates(all);
        for (var ordered :
                List.of(Education.values(), AppraisalGrade.values(), Rank.values(), DisciplineKind.values())) {
            var type = Vocabulary.type((Word) ordered[0]);
            all.add(own(
                    "atLeast",
                    "atLeast_" + type.name(),
                    BOOL,
                    List.of(type, type),
                    in -> ((Enum<?>) in[0]).ordinal() >= ((Enum<?>) in[1]).ordinal()));
        }
        appraisals(all);
        levels(all);
        return all;
    }

    private static void dates(List<Own> all) {
        all.add(own("date", "date_text", DATE, List.of(SimpleType.STRING), in -> Unknown.or(day((String) in[0]))));
        all.add(own("dateOf", "dateOf_parts", DATE, List.of(INT, INT, INT), in -> {
            try {
                return Days.of(LocalDate.of(number(in[0]), number(in[1]), number(in[2])));
            } catch (DateTimeException noSuchDay) {
                return Unknown.VALUE;
            }
        }));
        all.add(own(
                "before",
                "before_dates",
                BOOL,
                List.of(DATE, DATE),
                in -> Unknown.or(((Days) in[0]).before((Days) in[1]))));
        all.add(own(
                "after",
                "after_dates",
                BOOL,
                List.of(DATE, DATE),
                in -> Unknown.or(((Days) in[1]).before((Days) in[0]))));
        all.add(own("yearOf", "yearOf_date", INT, List.of(DATE), in -> Unknown.or(((Days) in[0]).year())));
        all.add(own(
                "ageOn",
                "ageOn_dates",
                INT,
                List.of(DATE, DATE),
                in -> Unknown.or(((Days) in[0]).wholeYearsUntil((Days) in[1]))));
        all.add(own(
                "years",
                "years_dates",
                INT,
                List.of(DATE, DATE, COUNTING),
                in -> Unknown.or(((Counting) in[2]).years((Days) in[0], (Days) in[1]))));
    }

    private static void appraisals(List<Own> all) {
        var list = ListType.create(Vocabulary.type(EntryShape.APPRAISAL));
        all.add(own("lastYears", "lastYears_ints", ListType.create(INT), List.of(INT, INT), in -> {
            var years = ImmutableList.<Long>builder();
            for (long back = 1; back <= Math.min((long) in[1], 60); back++) {
                years.add((long) in[0] - back);
            }
            return years.build();
        }));
        all.add(own(
                "gradeIn",
                "gradeIn_list",
                Vocabulary.type(AppraisalGrade.ABSENT),
                List.of(list, INT),
                in -> Unknown.or(Clocks.ofYear((List<?>) in[0], (long) in[1], "grade"))));
        all.add(own(
                "filingIn",
                "filingIn_list",
                Vocabulary.type(FilingState.FILED),
                List.of(list, INT),
                in -> Unknown.or(Clocks.ofYear((List<?>) in[0], (long) in[1], "filing"))));
        all.add(own(
                "excellentAtLeast",
                "excellentAtLeast_list",
                BOOL,
                List.of(list, INT, INT, INT, BOOL),
                in -> Unknown.or(Clocks.excellentAtLeast(
                        (List<?>) in[0], (long) in[1], (long) in[2], (long) in[3], (boolean) in[4]))));
    }

    private static void levels(List<Own> all) {
        var certificates = ListType.create(Vocabulary.type(EntryShape.CERTIFICATE));
        var work = ListType.create(Vocabulary.type(EntryShape.WORK_PERIOD));
        all.add(own(
                "obtained",
                "obtained_list",
                DATE,
                List.of(certificates, INT, NAMES),
                in -> Unknown.or(Clocks.obtained((List<?>) in[0], (long) in[1], (List<?>) in[2]))));
        all.add(own(
                "levelYears",
                "levelYears_list",
                INT,
                List.of(certificates, INT, NAMES, DATE, COUNTING),
                in -> Unknown.or(Clocks.levelYears(
                        (List<?>) in[0], (long) in[1], (List<?>) in[2], (Days) in[3], (Counting) in[4]))));
        for (var inARow : List.of(false, true)) {
            var name = inARow ? "workedYearsInARow" : "workedYears";
            all.add(own(name, name + "_lists", INT, List.of(work, certificates, INT, NAMES, DATE, COUNTING), in -> {
                var since = Clocks.obtained((List<?>) in[1], (long) in[2], (List<?>) in[3]);
                return since == null
                        ? Unknown.or(Clocks.withoutDate((List<?>) in[1], (long) in[2], (List<?>) in[3]))
                        : Unknown.or(Clocks.worked(
                                (List<?>) in[0], (List<?>) in[3], since, (Days) in[4], (Counting) in[5], inARow));
            }));
        }
    }

    private static @Nullable Days day(String text) {
        return PartialDate.parse(text).map(Days::of).orElse(null);
    }

    private static int number(Object value) {
        return Math.toIntExact((long) value);
    }

    private static Own own(
            String name, String overload, CelType result, List<CelType> parameters, CelFunctionOverload body) {
        var classes = ImmutableList.<Class<?>>builder();
        parameters.forEach(type -> classes.add(javaClass(type)));
        return new Own(
                CelFunctionDecl.newFunctionDeclaration(
                        name, CelOverloadDecl.newGlobalOverload(overload, result, List.copyOf(parameters))),
                CelFunctionBinding.from(overload, classes.build(), body));
    }

    private static Class<?> javaClass(CelType type) {
        return switch (type.kind()) {
            case BOOL -> Boolean.class;
            case INT -> Long.class;
            case STRING -> String.class;
            case LIST -> List.class;
            default -> type.equals(DATE) ? Days.class : Word.class;
        };
    }
}
