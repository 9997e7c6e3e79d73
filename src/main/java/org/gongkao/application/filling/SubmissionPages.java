package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.application.Records;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.SubmissionPage.Asking;
import org.gongkao.application.filling.SubmissionPage.Lack;
import org.gongkao.application.filling.SubmissionPage.Part;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;
import org.springframework.stereotype.Component;

/** Puts together the last page before the pledge, and the content as it is read. */
@Component
class SubmissionPages {

    private final Records records;
    private final Materials materials;
    private final Applicants applicants;
    private final Editing editing;
    private final Moving moving;
    private final ToDo toDo;

    SubmissionPages(
            Records records, Materials materials, Applicants applicants, Editing editing, Moving moving, ToDo toDo) {
        this.records = records;
        this.materials = materials;
        this.applicants = applicants;
        this.editing = editing;
        this.moving = moving;
        this.toDo = toDo;
    }

    SubmissionPage of(Application application, Set<ConfirmationKind> ticked, List<Fault> faults, Instant now) {
        var end = editing.end(application, now);
        return new SubmissionPage(
                application.version(),
                application.state() == ApplicationState.RETURNED,
                Shanghai.deadline(end),
                Briefs.left(end, now),
                toDo.missing(application, now).stream()
                        .map(fault -> new Lack(fault.sentence(), ToDo.path(fault)))
                        .toList(),
                parts(application, now),
                askings(application, ticked, now),
                ticked,
                faults);
    }

    private List<Asking> askings(Application application, Set<ConfirmationKind> ticked, Instant now) {
        var cycle = moving.cycle(application, now);
        return Confirmations.asked(application, applicants.card(application.personId())).stream()
                .map(kind ->
                        new Asking(kind.field(), kind.label(), kind.text(cycle), kind.clause(), ticked.contains(kind)))
                .toList();
    }

    /** Everything that the file says, group by group; empty groups say so. */
    List<Part> parts(Application application, Instant now) {
        var cycle = moving.cycle(application, now);
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                FieldGroup.CHOICE.label(),
                ToDo.path(FieldGroup.CHOICE),
                List.of(
                        new Line("等级", application.level().full()),
                        new Line("工种", applicants.occupation(application, cycle)))));
        var record = records.of(application);
        for (var group : Sheets.groups()) {
            var lines = record.getOrDefault(group, Filled.EMPTY).lines(Sheets.of(group, application.year()));
            parts.add(new Part(group.label(), ToDo.path(group), lines));
        }
        var files = materials.of(application).stream()
                .map(material -> new Line(material.label(), material.name() + "（" + material.words() + "）"))
                .toList();
        parts.add(new Part("材料", ToDo.MATERIALS, files));
        return parts;
    }
}
