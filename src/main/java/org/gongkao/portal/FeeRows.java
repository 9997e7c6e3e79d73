package org.gongkao.portal;

import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.portal.HomePage.FeeRow;

/** The fee table of the notice, from the year's package. */
final class FeeRows {

    private FeeRows() {}

    static List<FeeRow> of(Cycle cycle) {
        return List.of();
    }
}
