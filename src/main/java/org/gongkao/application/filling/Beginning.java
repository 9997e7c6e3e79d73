package org.gongkao.application.filling;

import java.time.Instant;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationRefusal;
import org.gongkao.application.Applications;
import org.gongkao.application.Assistances;
import org.gongkao.application.Bars;
import org.gongkao.application.Progress;
import org.gongkao.application.Records;
import org.gongkao.audit.Audit;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.cycle.Window;
import org.gongkao.shared.Level;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 开始申报。A worker, or a clerk for the worker, begins a file; what the service record knows of them stands in it from the start. */
@Component
class Beginning {

    private final Applications applications;
    private final Records records;
    private final Applicants applicants;
    private final Catalogue catalogue;
    private final FormSheets sheets;
    private final Bars bars;
    private final Assistances assistances;
    private final Audit audit;

    Beginning(
            Applications applications,
            Records records,
            Applicants applicants,
            Catalogue catalogue,
            FormSheets sheets,
            Bars bars,
            Assistances assistances,
            Audit audit) {
        this.applications = applications;
        this.records = records;
        this.applicants = applicants;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.bars = bars;
        this.assistances = assistances;
        this.audit = audit;
    }

    @Transactional
    public void begin(Level level, String occupation, Filler filler, Instant arrived) {
        if (filler.assists()) {
            bars.requireNoneForAssistance(filler.personId(), arrived);
        } else {
            bars.requireNone(filler.personId(), arrived);
        }
        var unit = applicants.unit(filler.personId());
        var cycle = applicants.cycle(filler.personId(), arrived);
        if (!cycle.isOpen(Window.REGISTRATION, arrived)) {
            throw new Refusal(ApplicationRefusal.REGISTRATION_CLOSED);
        }
        Drafting.requireOpenOccupation(catalogue, cycle, level, occupation);
        var begun = applications.begin(
                new Application(
                        0,
                        "",
                        filler.personId(),
                        cycle.year(),
                        cycle.packageId(),
                        level,
                        occupation,
                        unit.code(),
                        null,
                        Progress.DRAFT,
                        0),
                arrived);
        sheets.stated(begun, arrived)
                .forEach((group, known) -> records.write(begun, group, records.seen(begun, group), known, arrived));
        if (filler.assists()) {
            assistances.begin(begun, filler.actor(), arrived);
            audit.record(filler.actor(), "单位代填", "application:" + begun.number(), "开始申报");
        }
    }
}
