package org.gongkao.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.payment.GivenManyRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a hundred thousand lines of the bank the list reads none from the first to the last. */
class TransferPlansDbTest extends DatabaseTest {

    @Autowired
    private GivenManyRows rows;

    @Test
    void a_payers_lines_are_found_by_indexes_however_they_are_filtered() {
        rows.plant("""
                insert into payment.transfer_code (code, order_number, amount_fen, made_at)
                select (1000000000 + g)::text, 'C' || g || '_1', 36500, now() from generate_series(1, %2$d) g;
                insert into payment.transfer_refund (number, serial, amount_fen, asked_at)
                select 'R' || lpad(g::text, 16, '0'), 'x', 100, now() from generate_series(1, %1$d) g where g %% 7 = 0;
                insert into payment.statement (id, channel, first_day, last_day, hash, lines, in_fen, out_fen, account_id, taken_at)
                overriding system value values (1, 'TRANSFER', '2023-04-10', '2023-04-10', 'x', 1, 1, 1, 1, now());
                insert into payment.transfer_line (statement_id, kind, serial, amount_fen, booked_at, other_name, purpose, state,
                       order_number, refund_number)
                select 1, 'IN', 'B' || g, 36500, now(), '张' || chr(19968 + g %% 20000), 'x',
                       case when g %% 50 = 0 then 'UNMATCHED' when g %% 7 = 0 then 'REFUNDED' else 'MATCHED' end,
                       case when g %% 50 > 0 and g %% 7 > 0 then 'C' || 1 + g %% %2$d || '_1' end,
                       case when g %% 50 > 0 and g %% 7 = 0 then 'R' || lpad(g::text, 16, '0') end
                  from generate_series(1, %1$d) g;
                analyze payment.transfer_code, payment.transfer_line
                """);
        var plans = new LinkedHashMap<String, String>();
        for (var state : Arrays.asList(null, LineState.UNMATCHED, LineState.MATCHED)) {
            for (var term : List.of("", GivenManyRows.TERM)) {
                for (boolean further : new boolean[] {false, true}) {
                    var own = new HashMap<String, @Nullable Object>();
                    own.put("state", state == null ? null : state.name());
                    own.put("before", 50_000L);
                    own.put("start", term + "%");
                    own.put("most", 51);
                    plans.put(
                            state + " " + term + " " + further,
                            rows.plan(TransferLines.sql(new TransferLines.Filter(state, term), further), own));
                }
            }
        }
        assertThat(rows.reading(plans)).isEmpty();
    }
}
