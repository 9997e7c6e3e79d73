package org.gongkao.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkao.job.JobRow;
import org.gongkao.job.Outcome;
import org.gongkao.job.Task;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Line;
import org.springframework.stereotype.Component;

/** 档案记录导入。The unit's base data, a line for each worker; the same line again changes nothing. */
@Component
class RecordImport implements Task, PersonSheet {

    private final ReadingRecords reading;
    private final KeepingRecords keeping;
    private final Persons persons;

    RecordImport(ReadingRecords reading, KeepingRecords keeping, Persons persons) {
        this.reading = reading;
        this.keeping = keeping;
        this.persons = persons;
    }

    @Override
    public String kind() {
        return "records";
    }

    @Override
    public String title() {
        return "导入职工档案记录";
    }

    @Override
    public String name() {
        return "service-record-import";
    }

    @Override
    public String label() {
        return "职工档案导入";
    }

    @Override
    public boolean isOfUnit() {
        return true;
    }

    @Override
    public List<Line> columns(Instant at) {
        return Stream.of(RecordField.values())
                .map(field -> new Line(field.label(), RecordHints.of(field)))
                .toList();
    }

    @Override
    public String sameness(List<String> cells) {
        return "";
    }

    @Override
    public void check(List<String> cells, LocalDate birth, Instant at) {
        read(cells, birth, at);
    }

    @Override
    public String what(JobRow row) {
        return PersonLine.what(row);
    }

    @Override
    public Outcome run(JobRow row, Actor by, Instant at) {
        if (!PersonLine.fault(row).isEmpty()) {
            return Outcome.failed(what(row), PersonLine.fault(row));
        }
        long person = PersonLine.person(row);
        var birth = persons.card(person).birth();
        var facts = read(PersonLine.cells(row), birth, at);
        var path = RecordFilter.BASE + "/" + person;
        return keeping.keep(person, facts, by, at)
                ? Outcome.done(what(row), "已登记。", path)
                : Outcome.skipped(what(row), "内容与已有记录一致，没有更改。", path);
    }

    private ServiceFacts read(List<String> cells, LocalDate birth, Instant at) {
        var faults = new Faults();
        var facts = reading.read(typed(cells), birth, at, faults);
        faults.refuse();
        return facts;
    }

    private static Map<RecordField, String> typed(List<String> cells) {
        var typed = new EnumMap<RecordField, String>(RecordField.class);
        for (var field : RecordField.values()) {
            typed.put(field, cells.get(field.ordinal()));
        }
        return typed;
    }
}
