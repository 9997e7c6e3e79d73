package org.gongkao.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;

/** The same person with one thing more, everything else being equal. */
record MoreOf(String what, Facts facts) {

    static List<MoreOf> all(Facts facts, int year) {
        var all = new ArrayList<MoreOf>();
        if (facts.value(Fact.START_OF_WORK).orElse(null) instanceof PartialDate since) {
            var earlier = PartialDate.year(since.earliest().getYear() - 1);
            all.add(new MoreOf("一年工龄", facts.with(Fact.START_OF_WORK, earlier)));
        }
        if (facts.value(Fact.OCCUPATION).orElse(null) instanceof String trade) {
            for (var level : Level.values()) {
                var one = new HeldCertificate(trade, level, PartialDate.year(year - 6), true, null, true);
                all.add(new MoreOf(
                        level.label() + "证书", facts.with(Fact.CERTIFICATES, with(facts, Fact.CERTIFICATES, one))));
            }
        }
        var appraisal = new Appraisal(year - 7, AppraisalGrade.COMPETENT, FilingState.FILED, false);
        all.add(new MoreOf("一年合格的年度考核", facts.with(Fact.APPRAISALS, with(facts, Fact.APPRAISALS, appraisal))));
        return all;
    }

    private static List<Object> with(Facts facts, Fact list, Entry one) {
        var entries = new ArrayList<Object>();
        if (facts.value(list).orElse(null) instanceof List<?> given) {
            entries.addAll(given);
        }
        entries.add(one);
        return entries;
    }
}
