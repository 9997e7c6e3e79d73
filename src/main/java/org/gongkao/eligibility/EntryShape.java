package org.gongkao.eligibility;

import static org.gongkao.eligibility.FactKind.DATE;
import static org.gongkao.eligibility.FactKind.FLAG;
import static org.gongkao.eligibility.FactKind.NUMBER;
import static org.gongkao.eligibility.FactKind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.jspecify.annotations.Nullable;

/** What the entries of a list are made of: the one table for JSON, for rules and for pages. */
enum EntryShape {
    CERTIFICATE(
            Fact.CERTIFICATES,
            in -> new HeldCertificate(
                    in.text(0), in.word(1, Level.class), in.date(2), in.flag(3), in.date(4), in.flag(5)),
            Column.of(HeldCertificate.class, "occupation", "证书工种", TEXT, HeldCertificate::occupation),
            Column.words(HeldCertificate.class, "level", "证书等级", Level.values(), HeldCertificate::level),
            Column.of(HeldCertificate.class, "obtained", "取得时间", DATE, HeldCertificate::obtained),
            Column.of(HeldCertificate.class, "appointed", "是否聘任到该等级岗位", FLAG, HeldCertificate::appointed),
            Column.of(HeldCertificate.class, "appointedSince", "聘任时间", DATE, HeldCertificate::appointedSince),
            Column.of(HeldCertificate.class, "verified", "发证机构是否已核实", FLAG, HeldCertificate::verified)),
    WORK_PERIOD(
            Fact.WORK,
            in -> new WorkPeriod(in.text(0), in.date(1), in.date(2), in.flag(3)),
            Column.of(WorkPeriod.class, "occupation", "从事工种", TEXT, WorkPeriod::occupation),
            Column.of(WorkPeriod.class, "from", "起始时间", DATE, WorkPeriod::from),
            Column.of(WorkPeriod.class, "to", "结束时间", DATE, WorkPeriod::to),
            Column.of(WorkPeriod.class, "current", "至今", FLAG, WorkPeriod::current)),
    INTERRUPTION(
            Fact.INTERRUPTIONS,
            in -> new Interruption(in.date(0), in.date(1)),
            Column.of(Interruption.class, "from", "起始时间", DATE, Interruption::from),
            Column.of(Interruption.class, "to", "结束时间", DATE, Interruption::to)),
    APPRAISAL(
            Fact.APPRAISALS,
            in -> new Appraisal(
                    in.number(0), in.word(1, AppraisalGrade.class), in.word(2, FilingState.class), in.flag(3)),
            Column.of(Appraisal.class, "year", "考核年度", NUMBER, Appraisal::year),
            Column.words(Appraisal.class, "grade", "考核等次", AppraisalGrade.values(), Appraisal::grade),
            Column.words(Appraisal.class, "filing", "备案情况", FilingState.values(), Appraisal::filing),
            Column.of(Appraisal.class, "outstandingMember", "当年优秀共产党员", FLAG, Appraisal::outstandingMember)),
    HONOUR(
            Fact.HONOURS,
            in -> new Honour(
                    in.word(0, HonourKind.class),
                    in.word(1, Rank.class),
                    in.date(2),
                    in.number(3),
                    in.number(4),
                    in.flag(5),
                    in.flag(6)),
            Column.words(Honour.class, "kind", "荣誉成果类别", HonourKind.values(), Honour::kind),
            Column.words(Honour.class, "rank", "授予机关级别", Rank.values(), Honour::rank),
            Column.of(Honour.class, "granted", "授予时间", DATE, Honour::granted),
            Column.of(Honour.class, "placing", "竞赛名次", NUMBER, Honour::placing),
            Column.of(Honour.class, "authorRank", "署名次序", NUMBER, Honour::authorRank),
            Column.of(Honour.class, "mainContributor", "是否主要贡献者", FLAG, Honour::mainContributor),
            Column.of(Honour.class, "related", "是否与申报工种有关", FLAG, Honour::related)),
    DISCIPLINE(
            Fact.DISCIPLINES,
            in -> new Discipline(in.word(0, DisciplineKind.class), in.date(1), in.date(2)),
            Column.words(Discipline.class, "kind", "处分种类", DisciplineKind.values(), Discipline::kind),
            Column.of(Discipline.class, "from", "起始日期", DATE, Discipline::from),
            Column.of(Discipline.class, "to", "截止日期", DATE, Discipline::to)),
    BAN(
            Fact.BANS,
            in -> new ApplicationBan(in.date(0), in.date(1)),
            Column.of(ApplicationBan.class, "from", "起始日期", DATE, ApplicationBan::from),
            Column.of(ApplicationBan.class, "to", "截止日期", DATE, ApplicationBan::to));

    /** The values of one entry as they were read, in the order of the columns. */
    record Read(List<@Nullable Object> values) {

        private @Nullable String text(int at) {
            return (String) values.get(at);
        }

        private @Nullable Boolean flag(int at) {
            return (Boolean) values.get(at);
        }

        private @Nullable Integer number(int at) {
            return (Integer) values.get(at);
        }

        private @Nullable PartialDate date(int at) {
            return (PartialDate) values.get(at);
        }

        private <W> @Nullable W word(int at, Class<W> type) {
            return type.cast(values.get(at));
        }
    }

    private final Fact fact;
    private final Function<Read, Entry> make;
    private final List<Column> columns;

    EntryShape(Fact fact, Function<Read, Entry> make, Column... columns) {
        this.fact = fact;
        this.make = make;
        this.columns = List.of(columns);
    }

    static EntryShape of(Fact fact) {
        return Arrays.stream(values())
                .filter(shape -> shape.fact == fact)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(fact + " is no list"));
    }

    Fact fact() {
        return fact;
    }

    List<Column> columns() {
        return columns;
    }

    Entry make(List<@Nullable Object> values) {
        return make.apply(new Read(values));
    }
}
