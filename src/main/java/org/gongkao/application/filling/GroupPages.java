package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.application.Application;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.RecordLines;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.GroupPage.Difference;
import org.gongkao.application.filling.HomePage.Asked;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.springframework.stereotype.Component;

/** Puts together the page of one group. */
@Component
class GroupPages {

    private final Records records;
    private final RecordLines lines;
    private final Editing editing;
    private final ToDo toDo;
    private final FormSheets sheets;

    GroupPages(Records records, RecordLines lines, Editing editing, ToDo toDo, FormSheets sheets) {
        this.records = records;
        this.lines = lines;
        this.editing = editing;
        this.toDo = toDo;
        this.sheets = sheets;
    }

    GroupPage of(Application application, Sheet sheet, Filled filled, List<Fault> faults, Filler by, Instant now) {
        return page(application, sheet, filled, faults, "", List.of(), editing.isOpen(application, now), by, now);
    }

    /** Stays open to typing so that what was typed is in sight, even where it cannot be saved any more. */
    GroupPage notTaken(
            Application application,
            Sheet sheet,
            Filled typed,
            String notice,
            List<Difference> differences,
            Filler by,
            Instant now) {
        return page(application, sheet, typed, List.of(), notice, differences, true, by, now);
    }

    private GroupPage page(
            Application application,
            Sheet sheet,
            Filled filled,
            List<Fault> faults,
            String notice,
            List<Difference> differences,
            boolean editable,
            Filler by,
            Instant now) {
        var group = sheet.group();
        int place = Sheets.groups().indexOf(group) + 2;
        return new GroupPage(
                by,
                group.label(),
                "第 " + place + " 项，共 " + (Sheets.groups().size() + 2) + " 项",
                sheet.advice(),
                by.at().group(group),
                editable,
                records.seen(application, group),
                GroupPage.questions(sheet, filled),
                GroupPage.rows(sheet, filled),
                sheet.rowName(),
                filled.rows().size() + 1 < sheet.mostRows(),
                known(application, group, now),
                filled.lines(Sheets.of(group, application.year())),
                remarks(application, by.at(), group),
                faults,
                notice,
                differences);
    }

    /** What is not asked: the person, and what the unit or the issuing agency has verified. */
    private List<Line> known(Application application, FieldGroup group, Instant now) {
        var known = new ArrayList<Line>();
        if (group == FieldGroup.PERSON) {
            known.addAll(lines.person(application));
        }
        sheets.of(application, now)
                .verified(group)
                .lines(Sheets.of(group, application.year()))
                .forEach(line -> known.add(new Line(line.label(), line.value() + "（已核验）")));
        return known;
    }

    private List<Asked> remarks(Application application, Places at, FieldGroup group) {
        var path = at.group(group);
        return toDo.remarks(application, at, asked -> asked.href().equals(path));
    }

    /** Where “保存，下一项” leads: the next group, after the last one the materials. */
    static String next(FieldGroup group, Places places) {
        var groups = Sheets.groups();
        int at = groups.indexOf(group);
        return at + 1 < groups.size() ? places.group(groups.get(at + 1)) : places.materials();
    }
}
