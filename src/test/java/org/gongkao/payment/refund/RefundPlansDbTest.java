package org.gongkao.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.DatabaseTest;
import org.gongkao.payment.GivenManyRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a hundred thousand refunds the list reads none from the first to the last. */
class RefundPlansDbTest extends DatabaseTest {

    @Autowired
    private GivenManyRows rows;

    @Test
    void a_payers_refunds_are_found_by_indexes_however_they_are_filtered() {
        rows.plant();
        rows.write(GivenManyRows.REFUNDS.formatted(GivenManyRows.ORDERS + 1, GivenManyRows.ROWS));
        rows.write("analyze payment.refund");
        var plans = new LinkedHashMap<String, String>();
        for (var states : List.of(List.of("REQUESTED", "FAILED"), List.of("DONE"))) {
            for (var term : List.of("", GivenManyRows.TERM)) {
                for (long before : new long[] {Long.MAX_VALUE, 50_000}) {
                    plans.put(
                            states + " " + term + " before " + before,
                            rows.plan(RefundLists.sql(term), Map.of("states", states, "before", before)));
                }
            }
        }
        assertThat(rows.reading(plans)).isEmpty();
    }
}
