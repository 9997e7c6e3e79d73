package org.gongkao.payment.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.payment.GivenManyRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a hundred thousand differences the list reads none from the first to the last. */
class DifferencePlansDbTest extends DatabaseTest {

    @Autowired
    private GivenManyRows rows;

    @Test
    void a_payers_differences_are_found_by_indexes_however_they_are_filtered() {
        rows.plant("""
                insert into payment.receipt (charge_id, channel, order_number, transaction_no, amount_fen, paid_at, recorded_at)
                select g, 'WECHAT', 'C' || g || '_1', 'T' || g, 36500, now(), now() from generate_series(1, %2$d) g;
                insert into payment.difference (day, kind, channel, mark, number, ours_fen, theirs_fen, state, found_at)
                select date '2023-01-01' + g %% 365, case when g %% 9 = 0 then 'DAY' else 'MISSING_THERE' end, 'WECHAT', 'IN:T' || g,
                       case when g %% 2 = 0 then 'C' || g || '_1' end, 36500, 0,
                       case when g %% 50 = 0 then 'OPEN' else 'SETTLED' end, now()
                  from generate_series(1, %1$d) g;
                analyze payment.receipt, payment.difference
                """);
        var plans = new LinkedHashMap<String, String>();
        for (var state : DifferenceFilter.State.values()) {
            for (var day : Arrays.asList(null, LocalDate.of(2023, 4, 10))) {
                for (var term : List.of("", GivenManyRows.TERM)) {
                    for (long before : new long[] {Long.MAX_VALUE, 50_000}) {
                        var own = new HashMap<String, @Nullable Object>();
                        own.put("day", day);
                        own.put("before", before);
                        var asked = new DifferenceFilter.Asked(state, day, term);
                        plans.put(asked + " before " + before, rows.plan(DifferenceRows.sql(asked), own));
                    }
                }
            }
        }
        assertThat(rows.reading(plans)).isEmpty();
    }
}
