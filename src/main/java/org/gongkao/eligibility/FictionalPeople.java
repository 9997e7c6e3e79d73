package org.gongkao.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * 虚构人员。People who do not exist, on whom rules are tried before publication: a few lives, each moved year by year through the
 * year of examination, and some who break one rule each.
 */
final class FictionalPeople {

    /** One of them, applying for one level. */
    record Person(String name, Facts facts) {}

    /** How a life stands in the year of examination. Nothing held means no certificate. */
    private record Life(
            Level target, @Nullable Level held, int heldYears, int service, int age, Sex sex, Education education) {}

    private static final int MOVED = 12;
    private static final String[] SURNAMES = {
        "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"
    };
    private static final String[] GIVEN = {"春生", "桂兰", "建国", "秀英", "志强", "玉梅", "海涛", "凤霞", "立新", "红梅", "守田", "金花"};

    private final Moment moment;
    private final String trade;
    private final List<Person> people = new ArrayList<>();

    private FictionalPeople(Moment moment, String trade) {
        this.moment = moment;
        this.trade = trade;
    }

    static List<Person> of(Moment moment, String trade) {
        var all = new FictionalPeople(moment, trade);
        all.lives();
        all.exceptions();
        all.offenders();
        return List.copyOf(all.people);
    }

    private static List<Life> ordinary() {
        return List.of(
                new Life(Level.FIVE, null, 0, 10, 30, Sex.MALE, Education.SENIOR),
                new Life(Level.FOUR, null, 0, 10, 32, Sex.FEMALE, Education.SENIOR),
                new Life(Level.THREE, null, 0, 18, 40, Sex.MALE, Education.JUNIOR),
                new Life(Level.FOUR, Level.FIVE, 5, 8, 30, Sex.MALE, Education.SENIOR),
                new Life(Level.THREE, Level.FOUR, 5, 14, 36, Sex.FEMALE, Education.TECHNICAL),
                new Life(Level.TWO, Level.THREE, 5, 22, 42, Sex.MALE, Education.SENIOR),
                new Life(Level.TWO, Level.THREE, 8, 28, 50, Sex.MALE, Education.JUNIOR),
                new Life(Level.TWO, Level.THREE, 8, 24, 45, Sex.FEMALE, Education.JUNIOR),
                new Life(Level.ONE, Level.TWO, 5, 25, 45, Sex.MALE, Education.SENIOR),
                new Life(Level.ONE, Level.TWO, 9, 27, 47, Sex.FEMALE, Education.JUNIOR));
    }

    private void lives() {
        for (var life : ordinary()) {
            for (int moved = -MOVED; moved <= MOVED; moved++) {
                if (life.service + moved >= 0 && life.heldYears + moved >= 0) {
                    add(facts(life, moved));
                }
            }
        }
        var senior = facts(ordinary().get(8), 3);
        for (int excellent = 0; excellent <= 5; excellent++) {
            add(senior.with(Fact.APPRAISALS, appraisals(excellent)));
        }
    }

    private Facts facts(Life life, int moved) {
        int year = moment.year();
        int born = year - life.age - moved;
        var obtained = year(year - life.heldYears - moved);
        return Facts.NONE
                .with(Fact.DAY, PartialDate.of(moment.opening()))
                .with(Fact.LEVEL, life.target)
                .with(Fact.OCCUPATION, trade)
                .with(Fact.POST_KIND, PostKind.SKILLED_LABOUR)
                .with(Fact.STAFF, StaffKind.REGULAR)
                .with(Fact.SEX, life.sex)
                .with(Fact.BIRTH_DATE, PartialDate.of(LocalDate.of(born, 6, 15)))
                .with(
                        Fact.RETIREMENT_CATEGORY,
                        life.sex == Sex.MALE ? RetirementCategory.MEN_60 : RetirementCategory.WOMEN_55)
                .with(Fact.RETIRED, false)
                .with(Fact.RETIREMENT_DEFERRED, false)
                .with(Fact.START_OF_WORK, year(year - life.service - moved))
                .with(Fact.REGULAR_SINCE, year(year - life.service - moved + 1))
                .none(Fact.INTERRUPTIONS)
                .with(Fact.EDUCATION, life.education)
                .with(
                        Fact.CERTIFICATES,
                        life.held == null
                                ? List.of()
                                : List.of(new HeldCertificate(trade, life.held, obtained, true, obtained, true)))
                .list(Fact.WORK, new WorkPeriod(trade, year(year - life.service - moved), null, true))
                .with(Fact.APPRAISALS, appraisals(2))
                .none(Fact.HONOURS)
                .none(Fact.DISCIPLINES)
                .none(Fact.BANS)
                .with(Fact.FALSE_PROMISE, false)
                .with(Fact.CAR_REFORM, false)
                .with(Fact.EPIDEMIC_CIRCLE, EpidemicCircle.OUTSIDE)
                .with(Fact.UNIT_RECOMMENDS, true);
    }

    /** Six years, the latest of them excellent. */
    private List<Appraisal> appraisals(int excellent) {
        var list = new ArrayList<Appraisal>();
        for (int back = 1; back <= 6; back++) {
            var grade = back <= excellent ? AppraisalGrade.EXCELLENT : AppraisalGrade.COMPETENT;
            list.add(new Appraisal(moment.year() - back, grade, FilingState.FILED, false));
        }
        return list;
    }

    private void exceptions() {
        var worker = facts(ordinary().get(4), -3);
        add(worker.list(
                Fact.HONOURS, new Honour(HonourKind.CONTEST, Rank.CITY, year(moment.year() - 1), 2, 1, true, true)));
        add(worker.with(Fact.EPIDEMIC_CIRCLE, EpidemicCircle.MEDICAL_TEAM));
        var junior = facts(ordinary().get(9), 0);
        add(junior.list(
                Fact.HONOURS,
                new Honour(HonourKind.SKILL_EXPERT, Rank.CITY, year(moment.year() - 2), 0, 1, true, true)));
        for (int author = 4; author <= 6; author++) {
            for (int count = 0; count <= 3; count++) {
                add(junior.with(Fact.HONOURS, patents(HonourKind.INVENTION_PATENT, count, author)));
                add(junior.with(Fact.HONOURS, patents(HonourKind.UTILITY_PATENT, count, author)));
            }
        }
        for (var old : List.of("汽车驾驶员", "汽车维修工")) {
            for (int held = 3; held <= 7; held++) {
                add(driver(4, held, old));
                add(driver(6, held, old));
                add(driver(7, held, old));
            }
        }
        for (int moved = -2; moved <= 2; moved++) {
            add(moved(driver(6, 8, "汽车驾驶员"), moved));
        }
    }

    private List<Honour> patents(HonourKind kind, int count, int author) {
        return Collections.nCopies(count, new Honour(kind, Rank.STATE, year(moment.year() - 2), 0, author, true, true));
    }

    private Facts driver(int life, int heldYears, String old) {
        var one = ordinary().get(life);
        var obtained = year(moment.year() - heldYears);
        return facts(one, 0)
                .with(Fact.CAR_REFORM, true)
                .list(Fact.CERTIFICATES, new HeldCertificate(old, one.held, obtained, true, obtained, true));
    }

    private Facts moved(Facts facts, int years) {
        return facts.with(Fact.BIRTH_DATE, year(moment.year() - 50 - years));
    }

    /** Everybody is in order but for one thing. */
    private void offenders() {
        var worker = facts(ordinary().get(4), 3);
        var since = year(moment.year() - 1);
        var until = year(moment.year() + 1);
        List<UnaryOperator<Facts>> offences = List.of(
                facts -> facts.with(Fact.POST_KIND, PostKind.MANAGEMENT),
                facts -> facts.with(Fact.STAFF, StaffKind.OTHER_STAFF),
                facts -> facts.with(Fact.STAFF, StaffKind.APPOINTED),
                facts -> facts.with(Fact.RETIRED, true),
                facts -> facts.with(Fact.BIRTH_DATE, year(moment.year() - 70)),
                facts -> facts.with(Fact.RETIREMENT_CATEGORY, RetirementCategory.WOMEN_50)
                        .with(Fact.BIRTH_DATE, PartialDate.of(LocalDate.of(moment.year() - 50, 12, 1))),
                facts -> facts.with(Fact.BIRTH_DATE_ON_FILE, year(moment.year() - 36)),
                facts -> facts.with(Fact.OCCUPATION, "目录外的工种"),
                facts -> facts.with(Fact.START_OF_WORK, year(moment.year() - 60)),
                facts -> facts.with(Fact.LEVEL, Level.FOUR),
                facts -> facts.list(Fact.BANS, new ApplicationBan(since, until)),
                facts -> facts.list(Fact.DISCIPLINES, new Discipline(DisciplineKind.DEMERIT, since, until)),
                facts -> facts.list(Fact.DISCIPLINES, new Discipline(DisciplineKind.WARNING, since, until)),
                facts -> facts.with(Fact.FALSE_PROMISE, true)
                        .list(
                                Fact.APPRAISALS,
                                new Appraisal(
                                        moment.year() - 1, AppraisalGrade.COMPETENT, FilingState.PROMISED, false)),
                facts -> facts.list(
                        Fact.APPRAISALS,
                        new Appraisal(moment.year() - 1, AppraisalGrade.UNGRADED, FilingState.UNFILED, false)),
                facts -> facts.list(Fact.INTERRUPTIONS, new Interruption(since, since)),
                facts -> facts.with(Fact.REGULAR_SINCE, until),
                facts -> facts.with(Fact.LEVEL, Level.ONE),
                facts -> facts.with(Fact.LEVEL, Level.TWO),
                facts -> facts.with(Fact.UNIT_RECOMMENDS, false),
                facts -> facts.with(Fact.EDUCATION, Education.PRIMARY));
        offences.forEach(offence -> add(offence.apply(worker)));
        add(facts(ordinary().get(8), 0)
                .list(
                        Fact.CERTIFICATES,
                        new HeldCertificate(trade, Level.TWO, year(moment.year() - 6), false, null, true)));
        add(facts(ordinary().get(2), 5)
                .list(
                        Fact.CERTIFICATES,
                        new HeldCertificate(trade, Level.FIVE, year(moment.year() - 6), true, null, true)));
    }

    private static PartialDate year(int year) {
        return PartialDate.year(year);
    }

    private void add(Facts facts) {
        int at = people.size();
        people.add(new Person(SURNAMES[at % SURNAMES.length] + GIVEN[at / SURNAMES.length % GIVEN.length], facts));
    }
}
