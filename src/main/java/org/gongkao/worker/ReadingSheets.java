package org.gongkao.worker;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkao.job.JobRow;
import org.gongkao.job.SheetReader;
import org.gongkao.person.NationalId;
import org.gongkao.person.PersonName;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Line;
import org.springframework.stereotype.Component;

/** 读入人员表。Reads a spreadsheet about persons and says what is wrong with each line, without writing anything. */
@Component
class ReadingSheets {

    private static final String NOT_HERE = "本单位没有找到这位同志；已在其他单位的，请先办理调动。";

    private final Persons persons;
    private final WorkerRows workers;

    ReadingSheets(Persons persons, WorkerRows workers) {
        this.persons = persons;
        this.workers = workers;
    }

    /** The same person for the same thing: one line is enough. */
    private record Seen(NationalId number, String sameness) {}

    List<PersonLine> read(Path file, PersonSheet sheet, Actor by, Instant at) {
        var columns = sheet.columns(at).stream().map(Line::label).toList();
        var heads = new ArrayList<>(List.of("姓名", "身份证号码"));
        heads.addAll(columns);
        var lines = new ArrayList<PersonLine>();
        var seen = new HashMap<Seen, Integer>();
        for (var row : SheetReader.read(file, heads).rows()) {
            lines.add(line(row, sheet, columns, seen, at));
        }
        return withPersons(lines, sheet, by);
    }

    private static PersonLine line(
            JobRow row, PersonSheet sheet, List<String> columns, Map<Seen, Integer> seen, Instant at) {
        var name = PersonName.parse(row.cell(0));
        var number = NationalId.parse(row.cell(1));
        // Columns of other names stay behind: nobody asked for them, and they may hold numbers or phones.
        var cells = new ArrayList<String>();
        for (int place = 0; place < columns.size(); place++) {
            cells.add(row.cell(place + 2));
        }
        var faults = new ArrayList<String>();
        if (name.isEmpty()) {
            faults.add("姓名没有填写或有特殊符号，请按身份证填写。");
        }
        if (number.isEmpty()) {
            faults.add("身份证号码不对，应为18位，最后一位可以是X；请把该列设为文本格式后核对重填。");
        }
        for (int place = 0; place < columns.size(); place++) {
            if (cells.get(place).startsWith("=")) {
                faults.add("“" + columns.get(place) + "”一格是公式，请改为直接填写内容。");
            }
        }
        if (faults.isEmpty()) {
            try {
                sheet.check(cells, number.orElseThrow().birth(), at);
            } catch (InvalidInput wrong) {
                wrong.faults().stream().map(Fault::sentence).forEach(faults::add);
            }
        }
        number.map(one -> seen.putIfAbsent(new Seen(one, sheet.sameness(cells)), row.line()))
                .ifPresent(first -> faults.add("与第 " + first + " 行重复，请只保留一行。"));
        var shown = name.orElse(PersonLine.withoutNumber(row.cell(0)));
        return new PersonLine(row.line(), shown, number, Optional.empty(), cells, String.join("", faults));
    }

    private List<PersonLine> withPersons(List<PersonLine> lines, PersonSheet sheet, Actor by) {
        var found = new HashMap<NationalId, Long>();
        lines.forEach(line ->
                line.number().ifPresent(number -> persons.find(number).ifPresent(person -> found.put(number, person))));
        var names = persons.cards(found.values()).stream()
                .collect(Collectors.toMap(card -> card.id(), card -> card.name()));
        return lines.stream()
                .map(line -> {
                    var person = line.number().map(found::get);
                    if (person.isEmpty() || !line.isGood()) {
                        return line;
                    }
                    boolean sameName = line.name().equals(names.get(person.get()));
                    var fault = sheet.isOfUnit()
                            ? faultAtUnit(person.get(), sameName, by)
                            : sameName ? "" : "姓名与这个号码登记的不一致，请核对姓名和号码。";
                    return new PersonLine(line.line(), line.name(), line.number(), person, line.cells(), fault);
                })
                .toList();
    }

    /** Whoever is not this unit's is said as not found, whatever the reason: a unit does not learn who is where. */
    private String faultAtUnit(long person, boolean sameName, Actor by) {
        var worker = workers.find(person);
        if (worker.isEmpty()) {
            if (!sameName) {
                return NOT_HERE;
            }
            boolean own = by.personId() != null && by.personId() == person;
            return own ? "这一行是您本人，请由本单位另一位经办人导入。" : "";
        }
        if (!worker.get().unitCode().equals(by.office().code())) {
            return NOT_HERE;
        }
        if (!worker.get().confirmed()) {
            return "这位同志还没有核验，请先在“职工核验”中确认是本单位职工，再导入。";
        }
        return sameName ? "" : "姓名与这个号码登记的不一致，请核对姓名和号码。";
    }
}
