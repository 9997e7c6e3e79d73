package org.gongkao.application;

import java.time.Instant;
import org.gongkao.cycle.Cycles;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.eligibility.FactsText;
import org.gongkao.shared.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 已存结论。Keeps a verdict with a file by the real rules, for tests of what looks at its conditions. */
@Component
@Profile("test")
public class KeptVerdict {

    /** A road worker in order for level three by promotion; {@code %s} is the month in which the fourth level was obtained. */
    private static final String FACTS = """
            {"day":"2023-03-15","level":"THREE","occupation":"公路养护工","postKind":"SKILLED_LABOUR","staff":"APPOINTED",
             "sex":"MALE","birthDate":"1984-08-20","birthDateOnFile":"1984-08-20","retired":false,"retirementDeferred":false,
             "startOfWork":"2004-09","regularSince":"2005-09","interruptions":[],"education":"SENIOR",
             "certificates":[{"occupation":"公路养护工","level":4,"obtained":"%s"}],
             "work":[{"occupation":"公路养护工","from":"2004-09","current":true}],
             "appraisals":[{"year":2022,"grade":"合格","filing":"FILED"}],"honours":[],"disciplines":[],"bans":[],
             "falsePromise":false,"carReform":false,"epidemicCircle":"OUTSIDE","unitRecommends":true}""";

    private final Applications applications;
    private final Verdicts verdicts;
    private final Eligibility eligibility;
    private final Cycles cycles;

    KeptVerdict(Applications applications, Verdicts verdicts, Eligibility eligibility, Cycles cycles) {
        this.applications = applications;
        this.verdicts = verdicts;
        this.eligibility = eligibility;
        this.cycles = cycles;
    }

    public void keep(String number, String obtained, Instant now) {
        var facts = FactsText.read(FACTS.formatted(obtained));
        verdicts.keep(
                applications.get(number, Actor.SYSTEM), facts, eligibility.judge(facts, cycles.current(now)), now);
    }
}
