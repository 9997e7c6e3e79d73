package org.gongkao.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** 填报明细。A group of fields as an officer reads it: the answers as the worker gave them, and what the platform knows itself. */
@Component
public class RecordLines {

    private final Records records;
    private final Applicants applicants;
    private final Cycles cycles;

    RecordLines(Records records, Applicants applicants, Cycles cycles) {
        this.records = records;
        this.applicants = applicants;
        this.cycles = cycles;
    }

    public List<Line> of(Application application, FieldGroup group) {
        if (group == FieldGroup.CHOICE) {
            // As published: no amendment renames an occupation.
            var cycle = cycles.of(application.packageId(), "", Instant.EPOCH);
            return List.of(
                    new Line("等级", application.level().full()),
                    new Line("工种", applicants.occupation(application, cycle)));
        }
        var lines = new ArrayList<Line>();
        if (group == FieldGroup.PERSON) {
            lines.addAll(person(application));
        }
        var filled = records.of(application).getOrDefault(group, Filled.EMPTY);
        lines.addAll(filled.lines(Sheets.of(group, application.year())));
        return lines;
    }

    public List<Line> person(Application application) {
        var card = applicants.card(application.personId());
        return List.of(
                new Line("姓名", card.name()),
                new Line("证件号码", card.maskedNumber()),
                new Line("出生日期", Shanghai.date(card.birth())),
                new Line("性别", card.sex().label()));
    }
}
