package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Moving;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Level;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 填写申报。The worker, or a clerk for the worker, chooses level and occupation and fills in the groups. */
@Component
class Drafting {

    private final Records records;
    private final Catalogue catalogue;
    private final Editing editing;
    private final Moving moving;
    private final FormSheets sheets;

    Drafting(Records records, Catalogue catalogue, Editing editing, Moving moving, FormSheets sheets) {
        this.records = records;
        this.catalogue = catalogue;
        this.editing = editing;
        this.moving = moving;
        this.sheets = sheets;
    }

    @Transactional
    public void choose(String number, String seen, Level level, String occupation, Filler filler, Instant arrived) {
        var application = editing.open(number, filler, arrived);
        editing.requireChoice(application);
        requireOpenOccupation(catalogue, moving.cycle(application, arrived), level, occupation);
        records.choose(application, seen, level, occupation, arrived);
        editing.written(application, filler, FieldGroup.CHOICE.label(), arrived);
    }

    /** Keeps a group as it was typed; answers with its new hash, to be carried by the page. */
    @Transactional
    public String fill(String number, Sheet sheet, String seen, Filled filled, Filler filler, Instant arrived) {
        var application = editing.open(number, filler, arrived);
        FieldChecks.unfit(sheet, filled).refuse();
        var kept = sheets.of(application, arrived).kept(sheet.group(), filled);
        var now = records.write(application, sheet.group(), seen, kept, arrived);
        editing.written(application, filler, sheet.group().label(), arrived);
        return now;
    }

    static void requireOpenOccupation(Catalogue catalogue, Cycle cycle, Level level, String occupation) {
        new Faults()
                .addIf(
                        catalogue.open(cycle, level).stream()
                                .noneMatch(one -> one.code().equals(occupation)),
                        "occupation",
                        "请在今年开放" + level.full() + "考核的工种里选择一个。")
                .refuse();
    }
}
