package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.eligibility.ApplicationBan;
import org.gongkao.eligibility.CertificateEntry;
import org.gongkao.eligibility.Entry;
import org.gongkao.eligibility.Fact;
import org.gongkao.eligibility.Facts;
import org.gongkao.sanction.Sanctions;
import org.gongkao.shared.Level;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Sex;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/**
 * The facts of an application: what was filled in, what the unit and the issuing agencies have verified, the person behind
 * the number, and the bans in force. What nobody has said is unknown; so is whether a promise was ever broken, which is not
 * kept here.
 */
@Component
class ApplicationFacts {

    private final FormSheets sheets;
    private final Applicants applicants;
    private final Sanctions sanctions;

    ApplicationFacts(FormSheets sheets, Applicants applicants, Sanctions sanctions) {
        this.sheets = sheets;
        this.applicants = applicants;
        this.sanctions = sanctions;
    }

    Facts of(Application application, Instant now) {
        var card = applicants.card(application.personId());
        var typed = new TypedFacts(sheets.record(application, now));
        var facts = Facts.NONE
                .with(Fact.DAY, PartialDate.of(Shanghai.day(now)))
                .with(Fact.LEVEL, application.level())
                .with(Fact.OCCUPATION, application.occupation())
                .with(Fact.SEX, card.sex())
                .with(Fact.BIRTH_DATE, PartialDate.of(card.birth()))
                .with(Fact.RETIREMENT_CATEGORY, card.sex() == Sex.FEMALE ? typed.retirement() : null)
                .with(Fact.CERTIFICATES, certificates(application, now))
                .with(Fact.BANS, bans(application, now));
        return typed.addTo(facts, application.year(), application.occupation());
    }

    /** Nothing listed: the form says that who has none leaves it empty. */
    private List<Entry> certificates(Application application, Instant now) {
        int verified = sheets.verified(application, now)
                .getOrDefault(FieldGroup.CERTIFICATES, Filled.EMPTY)
                .rows()
                .size();
        var rows = sheets.record(application, now)
                .getOrDefault(FieldGroup.CERTIFICATES, Filled.EMPTY)
                .rows();
        var held = new ArrayList<Entry>();
        for (var row : rows) {
            var level = row.getOrDefault("level", "");
            held.add(new CertificateEntry(
                    row.get("occupation"),
                    level.matches("[1-5]") ? Level.of(Integer.parseInt(level)) : null,
                    PartialDate.parse(row.getOrDefault("issued", "")).orElse(null),
                    TypedFacts.flag(row.getOrDefault("appointed", "")),
                    PartialDate.parse(row.getOrDefault("appointedSince", "")).orElse(null),
                    held.size() < verified ? true : null));
        }
        return held;
    }

    private List<Entry> bans(Application application, Instant now) {
        return sanctions.barred(application.personId(), now).stream()
                .<Entry>map(bar -> new ApplicationBan(
                        PartialDate.of(Shanghai.day(bar.from())),
                        PartialDate.of(Shanghai.day(bar.until().minusMillis(1)))))
                .toList();
    }
}
