package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Bars;
import org.gongkao.application.Filled;
import org.gongkao.application.Moving;
import org.gongkao.application.Progress;
import org.gongkao.application.Records;
import org.gongkao.application.Sheet;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 填写申报。The worker begins a file, chooses level and occupation and fills in the groups. */
@Component
class Drafting {

    private final Applications applications;
    private final Records records;
    private final Applicants applicants;
    private final Catalogue catalogue;
    private final Editing editing;
    private final Moving moving;
    private final Bars bars;

    Drafting(
            Applications applications,
            Records records,
            Applicants applicants,
            Catalogue catalogue,
            Editing editing,
            Moving moving,
            Bars bars) {
        this.applications = applications;
        this.records = records;
        this.applicants = applicants;
        this.catalogue = catalogue;
        this.editing = editing;
        this.moving = moving;
        this.bars = bars;
    }

    @Transactional
    public void begin(Level level, String occupation, Actor worker, Instant arrived) {
        bars.requireNone(worker.person(), arrived);
        var unit = applicants.unit(worker);
        var cycle = applicants.cycle(worker, arrived);
        if (!cycle.isOpen(Window.REGISTRATION, arrived)) {
            throw new Refusal(ApplicationRefusal.REGISTRATION_CLOSED);
        }
        requireOpenOccupation(cycle, level, occupation);
        applications.begin(
                new Application(
                        0,
                        "",
                        worker.person(),
                        cycle.year(),
                        cycle.packageId(),
                        level,
                        occupation,
                        unit.code(),
                        null,
                        Progress.DRAFT,
                        0),
                arrived);
    }

    @Transactional
    public void choose(String number, String seen, Level level, String occupation, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        editing.requireOpen(application, worker, arrived);
        editing.requireChoice(application);
        requireOpenOccupation(moving.cycle(application, arrived), level, occupation);
        records.choose(application, seen, level, occupation, arrived);
    }

    /** Keeps a group as it was typed; answers with its new hash, to be carried by the page. */
    @Transactional
    public String fill(String number, Sheet sheet, String seen, Filled filled, Actor worker, Instant arrived) {
        var application = applications.get(number, worker);
        editing.requireOpen(application, worker, arrived);
        FieldChecks.unfit(sheet, filled).refuse();
        return records.write(application, sheet.group(), seen, filled, arrived);
    }

    private void requireOpenOccupation(Cycle cycle, Level level, String occupation) {
        new Faults()
                .addIf(
                        catalogue.open(cycle, level).stream()
                                .noneMatch(one -> one.code().equals(occupation)),
                        "occupation",
                        "请在今年开放" + level.full() + "考核的工种里选择一个。")
                .refuse();
    }
}
