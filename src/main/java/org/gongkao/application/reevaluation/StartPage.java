package org.gongkao.application.reevaluation;

import java.util.List;
import org.gongkao.shared.Line;

/** Before a run is started: what is held against what. */
record StartPage(long packageId, String title, List<Line> facts) {

    String action() {
        return Reevaluation.HERE;
    }

    String back() {
        return "/administration/cycles/" + packageId;
    }
}
