package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.payment.SearchField;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Fault;

/** Differences of all days; each is dealt with on the page of its day. */
record DifferencesPage(
        String heading,
        DifferenceFilter filter,
        SearchField search,
        List<Chip> chips,
        List<Row> rows,
        String first,
        String next,
        String export,
        List<Fault> faults) {

    /** One of them, with its day. */
    record Row(String day, String path, DayPage.DifferenceRow said) {}
}
