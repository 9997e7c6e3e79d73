package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Sanctions sanctions;

    ApplicationFacts(Sanctions sanctions) {
        this.sanctions = sanctions;
    }

    Facts of(FilledForm form, Instant now) {
        var application = form.application();
        var card = form.person();
        var record = form.record();
        var typed = new TypedFacts(record);
        var facts = Facts.NONE
                .with(Fact.DAY, PartialDate.of(Shanghai.day(now)))
                .with(Fact.LEVEL, application.level())
                .with(Fact.OCCUPATION, application.occupation())
                .with(Fact.SEX, card.sex())
                .with(Fact.BIRTH_DATE, PartialDate.of(card.birth()))
                .with(Fact.RETIREMENT_CATEGORY, card.sex() == Sex.FEMALE ? typed.retirement() : null)
                .with(
                        Fact.CERTIFICATES,
                        certificates(
                                record.getOrDefault(FieldGroup.CERTIFICATES, Filled.EMPTY)
                                        .rows(),
                                form.verified(FieldGroup.CERTIFICATES).rows().size()))
                .with(Fact.BANS, bans(application.personId(), now));
        return typed.addTo(facts, application.year(), application.occupation());
    }

    /** The verified stand first. Nothing listed: the form says that who has none leaves it empty. */
    private static List<Entry> certificates(List<Map<String, String>> rows, int verified) {
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

    private List<Entry> bans(long person, Instant now) {
        return sanctions.barred(person, now).stream()
                .<Entry>map(bar -> new ApplicationBan(
                        PartialDate.of(Shanghai.day(bar.from())),
                        PartialDate.of(Shanghai.day(bar.until().minusMillis(1)))))
                .toList();
    }
}
