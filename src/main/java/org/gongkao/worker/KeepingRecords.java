package org.gongkao.worker;

import java.time.Instant;
import java.util.Map;
import org.gongkao.audit.Audit;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.worker.RecordVersions.Statement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 维护档案记录。The unit states what the personnel files of its own workers say; each change is a version of its own. */
@Component
class KeepingRecords {

    private final RecordedWorkers workers;
    private final RecordVersions versions;
    private final Appraisals appraisals;
    private final ReadingRecords reading;
    private final Persons persons;
    private final Audit audit;

    KeepingRecords(
            RecordedWorkers workers,
            RecordVersions versions,
            Appraisals appraisals,
            ReadingRecords reading,
            Persons persons,
            Audit audit) {
        this.workers = workers;
        this.versions = versions;
        this.appraisals = appraisals;
        this.reading = reading;
        this.persons = persons;
        this.audit = audit;
    }

    /** A correction of what was seen on a page, with its reason. */
    @Transactional
    void correct(long person, int seenVersion, Map<RecordField, String> typed, String reason, Actor clerk, Instant at) {
        workers.get(person, clerk);
        var why = reason.strip();
        var faults = new Faults();
        var facts = reading.read(typed, persons.card(person).birth(), at, faults);
        faults.addIf(why.length() < 2 || why.length() > 200, "reason", "请写明依据或原因，2 至 200 个字，如“按人事档案更正”。")
                .refuse();
        var newest = versions.newest(person);
        if (newest.map(ServiceRecord::version).orElse(0) != seenVersion) {
            throw new Refusal(CommonRefusal.CHANGED_MEANWHILE);
        }
        if (newest.filter(record -> record.facts().equals(facts)).isPresent()) {
            throw new Refusal(WorkerRefusal.NOTHING_CHANGED);
        }
        versions.add(person, seenVersion, facts, new Statement(StatedBy.UNIT, why, clerk, at));
        audit.record(clerk, "更正档案记录", "person:" + person, "第" + (seenVersion + 1) + "版");
    }

    /** One line of a spreadsheet; answers false when the record says the same already. */
    @Transactional
    boolean keep(long person, ServiceFacts facts, Actor clerk, Instant at) {
        workers.get(person, clerk);
        var newest = versions.newest(person);
        if (newest.filter(record -> record.facts().equals(facts)).isPresent()) {
            return false;
        }
        int seen = newest.map(ServiceRecord::version).orElse(0);
        versions.add(person, seen, facts, new Statement(StatedBy.UNIT, "单位批量导入", clerk, at));
        audit.record(clerk, "导入档案记录", "person:" + person, "第" + (seen + 1) + "版");
        return true;
    }

    /** The result of one year, from a form or a spreadsheet; answers false when it stands so already. */
    @Transactional
    boolean appraise(long person, AppraisalForm.Read read, String reason, Actor clerk, Instant at) {
        workers.get(person, clerk);
        var known = appraisals.of(person, read.year());
        if (known.filter(one -> one.result() == read.result() && one.filed() == read.filed())
                .isPresent()) {
            return false;
        }
        int version = known.map(Appraisal::version).orElse(0) + 1;
        appraisals.add(
                new Appraisal(person, read.year(), read.result(), read.filed(), StatedBy.UNIT, version, at),
                new Statement(StatedBy.UNIT, reason, clerk, at));
        audit.record(clerk, "登记年度考核", "person:" + person, read.year() + "年，第" + version + "版");
        return true;
    }
}
