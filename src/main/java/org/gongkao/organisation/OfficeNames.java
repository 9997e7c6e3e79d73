package org.gongkao.organisation;

import java.time.Instant;
import org.gongkao.shared.Actor;
import org.gongkao.shared.ChromeSource;
import org.gongkao.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in the name of the office for which somebody is signed in. */
@Component
class OfficeNames implements ChromeSource {

    private final Organisation organisation;

    OfficeNames(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public @Nullable String line(Line line, @Nullable Actor actor, Instant arrived) {
        if (line != Line.OFFICE || actor == null || actor.officeText() == null) {
            return null;
        }
        return organisation.officeName(Office.parse(actor.officeText()));
    }
}
