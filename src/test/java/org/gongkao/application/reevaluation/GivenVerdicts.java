package org.gongkao.application.reevaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Applications;
import org.gongkao.application.Verdicts;
import org.gongkao.application.review.GivenFile;
import org.gongkao.cycle.Cycles;
import org.gongkao.demo.CastSeeds;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.eligibility.FactsText;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 已交申报。Files for level three by years of service, with verdicts by the rules in force: one a year in which work began. */
@Component
@Profile("test")
public class GivenVerdicts {

    private static final String FACTS = """
            {"day":"2023-03-15","level":"THREE","occupation":"公路养护工","postKind":"SKILLED_LABOUR","staff":"APPOINTED",
             "sex":"MALE","birthDate":"1972-08-20","birthDateOnFile":"1972-08-20","retired":false,"retirementDeferred":false,
             "startOfWork":"%d-09","regularSince":"2005-09","interruptions":[],"education":"SENIOR","certificates":[],
             "work":[{"occupation":"公路养护工","from":"2004-09","current":true}],
             "appraisals":[{"year":2022,"grade":"合格","filing":"FILED"}],"honours":[],"disciplines":[],"bans":[],
             "falsePromise":false,"carReform":false,"epidemicCircle":"OUTSIDE","unitRecommends":true}""";

    private final GivenFile files;
    private final Persons persons;
    private final Applications applications;
    private final Verdicts verdicts;
    private final Eligibility eligibility;
    private final Cycles cycles;

    GivenVerdicts(
            GivenFile files,
            Persons persons,
            Applications applications,
            Verdicts verdicts,
            Eligibility eligibility,
            Cycles cycles) {
        this.files = files;
        this.persons = persons;
        this.applications = applications;
        this.verdicts = verdicts;
        this.eligibility = eligibility;
        this.cycles = cycles;
    }

    /** Their numbers in the order of the years. */
    public List<String> since(Actor officer, Instant now, int... years) {
        var numbers = new ArrayList<String>();
        for (int year : years) {
            int sequence = 100 + numbers.size();
            long person = persons.add("张量", NationalId.complete("41030519720820" + sequence), null, Actor.SYSTEM);
            var worker = new Actor(900 + sequence, "张量", Role.WORKER, null, person);
            var number = files.inReview(worker, CastSeeds.COUNTY_UNIT, officer, now);
            keep(number, year, now);
            numbers.add(number);
        }
        return numbers;
    }

    void keep(String number, int year, Instant now) {
        var facts = FactsText.read(FACTS.formatted(year));
        verdicts.keep(
                applications.get(number, Actor.SYSTEM), facts, eligibility.judge(facts, cycles.current(now)), now);
    }
}
