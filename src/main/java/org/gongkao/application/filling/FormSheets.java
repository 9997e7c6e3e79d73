package org.gongkao.application.filling;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Moving;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.application.Sheets;
import org.gongkao.eligibility.Eligibility;
import org.gongkao.shared.Sex;
import org.springframework.stereotype.Component;

/** What one applicant is asked: what the rules look at for this level, without what is verified already. */
@Component
class FormSheets {

    private final Records records;
    private final Applicants applicants;
    private final Eligibility eligibility;
    private final KnownAnswers known;
    private final Moving moving;

    FormSheets(Records records, Applicants applicants, Eligibility eligibility, KnownAnswers known, Moving moving) {
        this.records = records;
        this.applicants = applicants;
        this.eligibility = eligibility;
        this.known = known;
        this.moving = moving;
    }

    Sheet of(FieldGroup group, Application application, Instant now) {
        var cycle = moving.cycle(application, now);
        var answered = new HashSet<>(verified(application, now)
                .getOrDefault(group, Filled.EMPTY)
                .values()
                .keySet());
        if (answered.contains("interrupted")) {
            answered.add("interruptions");
        }
        if (applicants.card(application.personId()).sex() == Sex.MALE) {
            answered.add(Sheets.RETIREMENT);
        }
        return Sheets.of(group, application.year())
                .asked(eligibility.asks(cycle, application.level()), Set.copyOf(answered));
    }

    Map<FieldGroup, Filled> verified(Application application, Instant now) {
        return known.verified(application, trade(application, now), sex(application));
    }

    Map<FieldGroup, Filled> stated(Application application, Instant now) {
        return known.stated(application, trade(application, now), sex(application));
    }

    /** The record as it counts: what was typed, under what is verified. */
    Map<FieldGroup, Filled> record(Application application, Instant now) {
        var all = new EnumMap<FieldGroup, Filled>(FieldGroup.class);
        all.putAll(records.of(application));
        verified(application, now)
                .forEach((group, filled) ->
                        all.merge(group, filled, (typed, verified) -> KnownAnswers.over(verified, typed)));
        return all;
    }

    /** What is kept of a group: the verified answers were not asked, and stay. */
    Filled kept(FieldGroup group, Filled typed, Application application, Instant now) {
        var verified = verified(application, now).getOrDefault(group, Filled.EMPTY);
        return KnownAnswers.over(new Filled(verified.values(), java.util.List.of()), typed);
    }

    private String trade(Application application, Instant now) {
        return applicants.occupation(application, moving.cycle(application, now));
    }

    private Sex sex(Application application) {
        return applicants.card(application.personId()).sex();
    }
}
