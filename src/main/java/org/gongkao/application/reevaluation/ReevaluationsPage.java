package org.gongkao.application.reevaluation;

import java.util.List;
import org.gongkao.shared.Sign;

/** The runs of an office. */
record ReevaluationsPage(List<Row> rows, String first, String next) {

    record Row(
            String path,
            String title,
            Sign sign,
            String state,
            int files,
            int changed,
            String startedBy,
            String startedAt) {}
}
