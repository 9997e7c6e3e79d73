package org.gongkao.notification;

import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.cycle.CycleAmended;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells everybody concerned of an amendment of the year. */
@Component
class TellingAmendments {

    private static final int LONGEST = 800;

    private final Cycles cycles;
    private final Concerned concerned;
    private final BusinessClock clock;

    TellingAmendments(Cycles cycles, Concerned concerned, BusinessClock clock) {
        this.cycles = cycles;
        this.concerned = concerned;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(CycleAmended event) {
        var amendment = cycles.amendment(event.amendmentId()).orElseThrow();
        var changes = amendment.changes().stream()
                .map(change -> change.label() + "改为" + change.after())
                .collect(Collectors.joining("；"));
        var shown = changes.length() > LONGEST ? changes.substring(0, LONGEST) + "……" : changes;
        concerned.tell(
                "amendment:" + event.amendmentId(),
                amendment.regionCode(),
                amendment.year(),
                Template.AMENDED,
                Map.of("document", amendment.documentNumber(), "changes", shown),
                clock.instant());
    }
}
