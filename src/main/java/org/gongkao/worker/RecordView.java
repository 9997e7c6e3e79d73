package org.gongkao.worker;

import java.util.List;
import org.gongkao.shared.Line;

/** A person's record as unit and worker see it: the facts, the certificates, the appraisals, and whether they are proven. */
record RecordView(
        RecordState state,
        String statedBy,
        List<Line> facts,
        List<HeldCertificate> certificates,
        List<Appraisal> appraisals) {

    static RecordView of(long person, ServiceRecords records) {
        var record = records.of(person);
        return new RecordView(
                RecordState.of(record),
                record.map(one -> one.statedBy().label() + "，" + one.when()).orElse(""),
                record.map(one -> one.facts().lines()).orElse(List.of()),
                records.certificates(person),
                records.appraisals(person));
    }
}
