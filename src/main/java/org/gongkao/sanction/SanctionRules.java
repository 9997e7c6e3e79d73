package org.gongkao.sanction;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkao.shared.Shanghai;

/** 违规处理设置。How long a person is barred and from when that is counted, how long there is to answer, and the words of the year. */
record SanctionRules(int years, CountedFrom countedFrom, int answerDays, String clause, String appeal) {

    /** 起算办法。From when the years are counted; the notice says 两年内禁止再次申报 and leaves it open. */
    enum CountedFrom {
        DECISION("自处理决定作出之日起"),
        EXAM_YEAR("自当年考核年度结束起"),
        FILING("自虚假材料提交之日起");

        private final String label;

        CountedFrom(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * The bar's end, exclusive: 24:00 of the day that corresponds to the first one. The first day does not count, and where
     * the last month has no such day its last day ends it (民法典 第二百零一条、第二百零二条): two years counted from 29
     * February end on 28 February at 24:00.
     */
    Instant end(Instant decidedAt, int examYear, LocalDate filedOn) {
        var first = switch (countedFrom) {
            case DECISION -> Shanghai.day(decidedAt);
            case EXAM_YEAR -> LocalDate.of(examYear, 12, 31);
            case FILING -> filedOn;
        };
        return Shanghai.startOf(first.plusYears(years).plusDays(1));
    }
}
