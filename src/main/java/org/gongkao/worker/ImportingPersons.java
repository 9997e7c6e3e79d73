package org.gongkao.worker;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.gongkao.file.FileId;
import org.gongkao.file.Files;
import org.gongkao.job.JobRegister;
import org.gongkao.job.JobRow;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 导入人员表。Starts the job over a spreadsheet about persons. Who is not known yet is entered without a phone and, by a
 * unit, as its worker; when they register later they find their record. The sheet is not claimed: it holds whole ID
 * numbers, and the sweep takes it within a day.
 */
@Component
class ImportingPersons {

    private final ReadingSheets reading;
    private final Persons persons;
    private final WorkerRows workers;
    private final Files files;
    private final JobRegister register;

    ImportingPersons(ReadingSheets reading, Persons persons, WorkerRows workers, Files files, JobRegister register) {
        this.reading = reading;
        this.persons = persons;
        this.workers = workers;
        this.files = files;
        this.register = register;
    }

    /** What is wrong with each line; nothing is written. */
    List<PersonLine> check(FileId file, PersonSheet sheet, Actor by, Instant at) {
        return reading.read(files.content(file), sheet, by, at);
    }

    @Transactional
    long start(FileId file, PersonSheet sheet, Actor by, Instant at) {
        var entered = new HashMap<NationalId, Long>();
        var rows = check(file, sheet, by, at).stream()
                .map(line -> row(line, sheet, entered, by, at))
                .toList();
        var header =
                PersonLine.header(sheet.columns(at).stream().map(Line::label).toList());
        return register.start(sheet.name(), sheet.title(), header, rows, by, at);
    }

    private JobRow row(PersonLine line, PersonSheet sheet, HashMap<NationalId, Long> entered, Actor by, Instant at) {
        if (!line.isGood() || line.person().isPresent()) {
            if (line.isGood() && sheet.isOfUnit()) {
                stand(line.person().orElseThrow(), by, at);
            }
            return line.row();
        }
        var number = line.number().orElseThrow();
        var known = entered.get(number);
        if (known == null) {
            known = persons.add(line.name(), number, null, by);
            entered.put(number, known);
            if (sheet.isOfUnit()) {
                stand(known, by, at);
            }
        }
        return line.of(known).row();
    }

    private void stand(long person, Actor by, Instant at) {
        if (workers.find(person).isEmpty()) {
            workers.enrol(person, by.office().code(), Standing.CONFIRMED, by.account(), at);
        }
    }
}
