package org.gongkao.application.filling;

import java.time.Instant;
import java.util.Map;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Moving;
import org.gongkao.application.Records;
import org.gongkao.eligibility.Eligibility;
import org.springframework.stereotype.Component;

/** Reads the form of one applicant, as it is filled in. */
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

    FilledForm of(Application application, Instant now) {
        var cycle = moving.cycle(application, now);
        var person = applicants.card(application.personId());
        var trade = applicants.occupation(application, cycle);
        return new FilledForm(
                application,
                cycle,
                person,
                eligibility.asks(cycle, application.level()),
                records.of(application),
                known.verified(application, trade, person.sex()));
    }

    /** What a new form begins with. */
    Map<FieldGroup, Filled> stated(Application application, Instant now) {
        var trade = applicants.occupation(application, moving.cycle(application, now));
        return known.stated(
                application, trade, applicants.card(application.personId()).sex());
    }
}
