package org.gongkao.application.filling;

import java.time.Instant;
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
import org.gongkao.shared.Actor;
import org.gongkao.shared.Fault;
import org.springframework.stereotype.Component;

/** Puts together the page of one group. */
@Component
class GroupPages {

    private final Records records;
    private final RecordLines lines;
    private final Editing editing;
    private final ToDo toDo;

    GroupPages(Records records, RecordLines lines, Editing editing, ToDo toDo) {
        this.records = records;
        this.lines = lines;
        this.editing = editing;
        this.toDo = toDo;
    }

    GroupPage of(Application application, Sheet sheet, Filled filled, List<Fault> faults, Actor worker, Instant now) {
        return page(application, sheet, filled, faults, "", List.of(), editing.isOpen(application, worker, now));
    }

    /** Stays open to typing so that what was typed is in sight, even where it cannot be saved any more. */
    GroupPage notTaken(
            Application application,
            Sheet sheet,
            Filled typed,
            String notice,
            List<Difference> differences,
            Actor worker,
            Instant now) {
        return page(application, sheet, typed, List.of(), notice, differences, true);
    }

    private GroupPage page(
            Application application,
            Sheet sheet,
            Filled filled,
            List<Fault> faults,
            String notice,
            List<Difference> differences,
            boolean editable) {
        var group = sheet.group();
        int place = Sheets.groups().indexOf(group) + 2;
        return new GroupPage(
                group.label(),
                "第 " + place + " 项，共 " + (Sheets.groups().size() + 2) + " 项",
                sheet.advice(),
                ToDo.path(group),
                next(group),
                editable,
                records.seen(application, group),
                GroupPage.questions(sheet, filled),
                GroupPage.rows(sheet, filled),
                sheet.rowName(),
                filled.rows().size() + 1 < sheet.mostRows(),
                group == FieldGroup.PERSON ? lines.person(application) : List.of(),
                filled.lines(sheet),
                remarks(application, group),
                faults,
                notice,
                differences);
    }

    private List<Asked> remarks(Application application, FieldGroup group) {
        var path = ToDo.path(group);
        return toDo.remarks(application, asked -> asked.href().equals(path));
    }

    /** Where “保存，下一项” leads: the next group, after the last one the materials. */
    static String next(FieldGroup group) {
        var groups = Sheets.groups();
        int at = groups.indexOf(group);
        return at + 1 < groups.size() ? ToDo.path(groups.get(at + 1)) : ToDo.MATERIALS;
    }
}
