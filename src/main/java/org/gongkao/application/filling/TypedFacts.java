package org.gongkao.application.filling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Sheets;
import org.gongkao.eligibility.AppraisalEntry;
import org.gongkao.eligibility.AppraisalGrade;
import org.gongkao.eligibility.Discipline;
import org.gongkao.eligibility.DisciplineKind;
import org.gongkao.eligibility.Entry;
import org.gongkao.eligibility.EpidemicCircle;
import org.gongkao.eligibility.Fact;
import org.gongkao.eligibility.Facts;
import org.gongkao.eligibility.FilingState;
import org.gongkao.eligibility.Honour;
import org.gongkao.eligibility.HonourKind;
import org.gongkao.eligibility.OriginalRetirementAge;
import org.gongkao.eligibility.PostGroup;
import org.gongkao.eligibility.Rank;
import org.gongkao.eligibility.ServiceGap;
import org.gongkao.eligibility.StaffKind;
import org.gongkao.eligibility.WorkPeriod;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Word;
import org.gongkao.worker.Education;
import org.gongkao.worker.Interruption;
import org.jspecify.annotations.Nullable;

/** What the answers of a form come to as facts. What was not answered, or cannot be read, stays unknown. */
final class TypedFacts {

    private final Map<FieldGroup, Filled> record;

    TypedFacts(Map<FieldGroup, Filled> record) {
        this.record = record;
    }

    Facts addTo(Facts facts, int year, String occupation) {
        var person = of(FieldGroup.PERSON);
        var post = of(FieldGroup.POST);
        return facts.with(Fact.BIRTH_DATE_ON_FILE, date(person, "birthOnFile"))
                .with(Fact.RETIRED, flag(person.value("retired")))
                .with(Fact.POST_KIND, word(PostGroup.values(), post.value("postKind")))
                .with(Fact.STAFF, word(StaffKind.values(), post.value("staff")))
                .with(Fact.START_OF_WORK, date(post, "startOfWork"))
                .with(Fact.REGULAR_SINCE, date(post, "regularSince"))
                .with(Fact.INTERRUPTIONS, interruptions(post))
                .with(Fact.WORK, work(post, occupation))
                .with(Fact.CAR_REFORM, flag(post.value("carReform")))
                .with(Fact.EPIDEMIC_CIRCLE, word(EpidemicCircle.values(), post.value("epidemicCircle")))
                .with(
                        Fact.EDUCATION,
                        word(Education.values(), of(FieldGroup.EDUCATION).value("degree")))
                .with(Fact.APPRAISALS, appraisals(of(FieldGroup.APPRAISALS), year))
                .with(Fact.HONOURS, honours(of(FieldGroup.AWARDS)))
                .with(Fact.DISCIPLINES, disciplines(of(FieldGroup.AWARDS)));
    }

    /** Asked of women only. */
    @Nullable
    OriginalRetirementAge retirement() {
        return word(OriginalRetirementAge.values(), of(FieldGroup.PERSON).value("retirementCategory"));
    }

    private Filled of(FieldGroup group) {
        return record.getOrDefault(group, Filled.EMPTY);
    }

    private static @Nullable List<Entry> interruptions(Filled post) {
        return periods(post, "interrupted", "interruptions")
                .map(list -> list.stream()
                        .<Entry>map(one -> new ServiceGap(one.begins(), one.ends()))
                        .toList())
                .orElse(null);
    }

    /** From the beginning to this day, without the times away. */
    private static @Nullable List<Entry> work(Filled post, String occupation) {
        var from = date(post, "occupationSince");
        var away = periods(post, "away", "awayPeriods").orElse(null);
        if (from == null || away == null) {
            return null;
        }
        var periods = new ArrayList<Entry>();
        for (var gap : away) {
            periods.add(new WorkPeriod(occupation, from, gap.begins(), false));
            from = gap.ends();
        }
        periods.add(new WorkPeriod(occupation, from, null, true));
        return periods;
    }

    /** No periods, those that were named, or not known. */
    private static Optional<List<Interruption>> periods(Filled filled, String whether, String which) {
        return switch (filled.value(whether)) {
            case "NO" -> Optional.of(List.of());
            case "YES" -> Interruption.parse(filled.value(which)).filter(list -> !list.isEmpty());
            default -> Optional.empty();
        };
    }

    private static @Nullable List<Entry> appraisals(Filled filled, int year) {
        var list = new ArrayList<Entry>();
        for (int one = year - 1; !filled.isEmpty() && one >= year - 5; one--) {
            var filing = one == year - 1 ? word(FilingState.values(), filled.value("filing")) : null;
            var grade = word(AppraisalGrade.values(), filled.value("y" + one));
            if (grade != null || filing != null) {
                list.add(new AppraisalEntry(one, grade, filing, member(filled.value("memberYears"), one)));
            }
        }
        return list.isEmpty() ? null : list;
    }

    private static @Nullable Boolean member(String years, int year) {
        return years.isEmpty() ? null : years.contains(String.valueOf(year));
    }

    /** Who has answered this group and listed nothing has none. */
    private static @Nullable List<Entry> honours(Filled filled) {
        return filled.isEmpty()
                ? null
                : filled.rows().stream().map(TypedFacts::honour).toList();
    }

    private static Entry honour(Map<String, String> row) {
        return new Honour(
                word(HonourKind.values(), row.getOrDefault("kind", "")),
                word(Rank.values(), row.getOrDefault("rank", "")),
                PartialDate.parse(row.getOrDefault("granted", "")).orElse(null),
                number(row.getOrDefault("placing", "")),
                number(row.getOrDefault("authorRank", "")),
                flag(row.getOrDefault("mainContributor", "")),
                flag(row.getOrDefault("related", "")));
    }

    private static @Nullable List<Entry> disciplines(Filled filled) {
        return switch (filled.value("sanctioned")) {
            case "NO" -> List.of();
            case "YES" ->
                List.of(new Discipline(
                        word(DisciplineKind.values(), filled.value("disciplineKind")),
                        date(filled, "disciplineFrom"),
                        date(filled, "disciplineTo")));
            default -> null;
        };
    }

    static @Nullable Boolean flag(String answer) {
        return switch (answer) {
            case "YES" -> true;
            case "NO", Sheets.RETIRING -> false;
            default -> null;
        };
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("\\d{1,2}") ? Integer.valueOf(typed) : null;
    }

    private static @Nullable PartialDate date(Filled filled, String field) {
        return PartialDate.parse(filled.value(field)).orElse(null);
    }

    private static <W extends Word> @Nullable W word(W[] words, String name) {
        return Arrays.stream(words)
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
