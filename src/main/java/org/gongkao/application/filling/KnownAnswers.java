package org.gongkao.application.filling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Sheets;
import org.gongkao.eligibility.FilingState;
import org.gongkao.shared.PartialDate;
import org.gongkao.shared.Sex;
import org.gongkao.worker.HeldCertificate;
import org.gongkao.worker.Interruption;
import org.gongkao.worker.PostKind;
import org.gongkao.worker.ServiceFacts;
import org.gongkao.worker.ServiceRecord;
import org.gongkao.worker.ServiceRecords;
import org.gongkao.worker.StatedBy;
import org.springframework.stereotype.Component;

/**
 * What the service record says already, in the fields of the form. What the unit has compared with the personnel file, or the
 * issuing agency has entered, is verified: it is not asked again and stands above what was typed.
 */
@Component
class KnownAnswers {

    private final ServiceRecords records;

    KnownAnswers(ServiceRecords records) {
        this.records = records;
    }

    Map<FieldGroup, Filled> verified(Application application, String trade, Sex sex) {
        return of(application, trade, sex, true);
    }

    /** Also what was only stated: a new form begins with it. */
    Map<FieldGroup, Filled> stated(Application application, String trade, Sex sex) {
        return of(application, trade, sex, false);
    }

    private Map<FieldGroup, Filled> of(Application application, String trade, Sex sex, boolean verified) {
        var person = application.personId();
        var known = new EnumMap<FieldGroup, Filled>(FieldGroup.class);
        var record = records.of(person);
        record.filter(one -> one.verified() || !verified).ifPresent(one -> {
            var facts = one.facts();
            known.put(FieldGroup.PERSON, new Filled(sex == Sex.FEMALE ? retirement(facts) : Map.of(), List.of()));
            known.put(FieldGroup.POST, new Filled(post(facts, trade, one.verified()), List.of()));
            known.put(FieldGroup.EDUCATION, new Filled(education(facts), List.of()));
        });
        var certificates = records.certificates(person).stream()
                .filter(one -> one.verified() || !verified)
                .map(one -> row(one, record))
                .toList();
        known.put(FieldGroup.CERTIFICATES, new Filled(Map.of(), certificates));
        known.put(
                FieldGroup.APPRAISALS,
                new Filled(appraisals(application.personId(), application.year(), verified), List.of()));
        known.values().removeIf(Filled::isEmpty);
        return known;
    }

    private static Map<String, String> retirement(ServiceFacts facts) {
        var values = new HashMap<String, String>();
        // A special trade has an age of its own that the form does not ask for.
        facts.retirement().ifPresent(category -> {
            switch (category) {
                case WORKER -> values.put(Sheets.RETIREMENT, "WOMEN_50");
                case OFFICER -> values.put(Sheets.RETIREMENT, "WOMEN_55");
                case SPECIAL -> {}
            }
        });
        return values;
    }

    private static Map<String, String> post(ServiceFacts facts, String trade, boolean verified) {
        var values = new LinkedHashMap<String, String>();
        put(values, "staff", facts.employment().map(Enum::name));
        put(values, "postKind", facts.postKind().map(KnownAnswers::kind));
        put(values, "post", facts.post());
        put(values, "startOfWork", facts.startOfWork().map(PartialDate::toString));
        put(values, "regularSince", facts.settledOn().map(PartialDate::toString));
        var gaps = facts.interruptions();
        if (!gaps.isEmpty()) {
            values.put("interrupted", "YES");
            values.put(
                    "interruptions",
                    String.join("；", gaps.stream().map(Interruption::toString).toList()));
        } else if (verified) {
            values.put("interrupted", "NO");
        }
        if (facts.occupation().filter(trade::equals).isPresent()) {
            put(values, "occupationSince", facts.occupationSince().map(PartialDate::toString));
        }
        put(values, "carReform", facts.carReform().map(yes -> yes ? "YES" : "NO"));
        return values;
    }

    private static String kind(PostKind kind) {
        return kind.isSkilledLabour() ? "SKILLED_LABOUR" : kind.name();
    }

    private static Map<String, String> education(ServiceFacts facts) {
        var values = new HashMap<String, String>();
        put(values, "degree", facts.education().map(Enum::name));
        put(values, "graduated", facts.graduatedOn().map(PartialDate::toString));
        return values;
    }

    private static Map<String, String> row(HeldCertificate certificate, Optional<ServiceRecord> record) {
        var row = new LinkedHashMap<String, String>();
        row.put("occupation", certificate.occupation());
        row.put("level", String.valueOf(certificate.level().number()));
        row.put("issued", certificate.obtainedOn().toString());
        if (!certificate.number().isEmpty()) {
            row.put("number", certificate.number());
        }
        record.filter(one -> one.verified()
                        && one.facts()
                                .appointedLevel()
                                .filter(certificate.level()::equals)
                                .isPresent())
                .ifPresent(one -> {
                    row.put("appointed", "YES");
                    put(row, "appointedSince", one.facts().appointedSince().map(PartialDate::toString));
                });
        return row;
    }

    private Map<String, String> appraisals(long person, int year, boolean verified) {
        var values = new HashMap<String, String>();
        for (var one : records.appraisals(person)) {
            if (one.year() < year && one.year() >= year - 5 && (!verified || one.statedBy() != StatedBy.WORKER)) {
                values.put("y" + one.year(), one.result().name());
                // Not filed yet says nothing of the unit's promise, so that is asked.
                if (one.year() == year - 1 && one.filed()) {
                    values.put(Sheets.FILING, FilingState.FILED.name());
                }
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String field, Optional<String> value) {
        value.ifPresent(known -> values.put(field, known));
    }

    /** What was typed, under what is verified; a certificate is the same when its trade and level are. */
    static Filled over(Filled verified, Filled typed) {
        var values = new LinkedHashMap<>(typed.values());
        values.putAll(verified.values());
        var rows = new ArrayList<>(verified.rows());
        typed.rows().stream()
                .filter(row -> verified.rows().stream().noneMatch(known -> same(known, row)))
                .forEach(rows::add);
        return new Filled(values, rows);
    }

    private static boolean same(Map<String, String> one, Map<String, String> other) {
        return one.getOrDefault("occupation", "").equals(other.getOrDefault("occupation", ""))
                && one.getOrDefault("level", "").equals(other.getOrDefault("level", ""));
    }
}
