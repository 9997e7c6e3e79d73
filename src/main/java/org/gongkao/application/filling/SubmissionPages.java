package org.gongkao.application.filling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.application.Applicants;
import org.gongkao.application.Application;
import org.gongkao.application.ApplicationState;
import org.gongkao.application.FieldGroup;
import org.gongkao.application.Filled;
import org.gongkao.application.Materials;
import org.gongkao.application.Moving;
import org.gongkao.application.Records;
import org.gongkao.application.Sheets;
import org.gongkao.application.filling.CheckingEligibility.Checked;
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
    private final CheckingEligibility checking;
    private final Completeness completeness;

    SubmissionPages(
            Records records,
            Materials materials,
            Applicants applicants,
            Editing editing,
            Moving moving,
            CheckingEligibility checking,
            Completeness completeness) {
        this.records = records;
        this.materials = materials;
        this.applicants = applicants;
        this.editing = editing;
        this.moving = moving;
        this.checking = checking;
        this.completeness = completeness;
    }

    /** {@code ticked}: the digests of the texts beside the boxes that were ticked before; of a text that has changed it is not. */
    SubmissionPage of(Application application, Map<String, String> ticked, List<Fault> faults, Instant now) {
        var end = editing.end(application, now);
        var checked = checking.of(application, now);
        return new SubmissionPage(
                application.version(),
                application.state() == ApplicationState.RETURNED,
                Shanghai.deadline(end),
                Briefs.left(end, now),
                completeness.lacks(checked, now).stream()
                        .map(fault -> new Lack(fault.sentence(), Places.OWN.fault(fault)))
                        .toList(),
                parts(application, Places.OWN, now),
                askings(checked, ticked),
                faults);
    }

    private List<Asking> askings(Checked checked, Map<String, String> ticked) {
        return completeness.toConfirm(checked).stream()
                .map(one -> new Asking(
                        one.field(),
                        one.label(),
                        one.text(),
                        one.clause(),
                        one.digest(),
                        one.digest().equals(ticked.get(one.kind()))))
                .toList();
    }

    /** Everything that the file says, group by group; empty groups say so. */
    List<Part> parts(Application application, Places at, Instant now) {
        var cycle = moving.cycle(application, now);
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                FieldGroup.CHOICE.label(),
                at.choice(),
                List.of(
                        new Line("等级", application.level().full()),
                        new Line("工种", applicants.occupation(application, cycle)))));
        var record = records.of(application);
        for (var group : Sheets.groups()) {
            var lines = record.getOrDefault(group, Filled.EMPTY).lines(Sheets.of(group, application.year()));
            parts.add(new Part(group.label(), at.group(group), lines));
        }
        var files = materials.of(application).stream()
                .map(material -> new Line(material.label(), material.name() + "（" + material.words() + "）"))
                .toList();
        parts.add(new Part("材料", at.materials(), files));
        return parts;
    }
}
