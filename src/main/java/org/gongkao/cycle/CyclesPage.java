package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Sign;

/** The list of year packages. */
record CyclesPage(Brief brief, List<PackageRow> packages, List<AmendmentRow> waiting) {

    record PackageRow(
            long id, String title, String region, Sign sign, String state, String when, String by, boolean current) {}

    record AmendmentRow(
            long id,
            String number,
            String region,
            Sign sign,
            String state,
            String changes,
            String proposedBy,
            String when) {}
}
