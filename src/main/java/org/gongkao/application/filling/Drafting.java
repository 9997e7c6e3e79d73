package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Applications;
import org.gongkao.application.Filled;
import org.gongkao.application.Moving;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Level;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 填写申报。The worker chooses level and occupation and fills in the groups. */
@Component
class Drafting {

    private final Applications applications;
    private final Records records;
    private final Catalogue catalogue;
    private final Editing editing;
    private final Moving moving;
    private final FormSheets sheets;

    Drafting(
            Applications applications,
            Records records,
            Catalogue catalogue,
            Editing editing,
            Moving moving,
            FormSheets sheets) {
        this.applications = applications;
        this.records = records;
        this.catalogue = catalogue;
        this.editing = editing;
        this.moving = moving;
        this.sheets = sheets;
    }

    @Transactional
    public void choose(String number, String seen, Level level, String occupation, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        editing.requireOpen(application, worker, arrived);
        editing.requireChoice(application);
        requireOpenOccupation(catalogue, moving.cycle(application, arrived), level, occupation);
        records.choose(application, seen, level, occupation, arrived);
    }

    /** Keeps a group as it was typed; answers with its new hash, to be carried by the page. */
    @Transactional
    public String fill(String number, Sheet sheet, String seen, Filled filled, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        editing.requireOpen(application, worker, arrived);
        FieldChecks.unfit(sheet, filled).refuse();
        var kept = sheets.kept(sheet.group(), filled, application, arrived);
        return records.write(application, sheet.group(), seen, kept, arrived);
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
