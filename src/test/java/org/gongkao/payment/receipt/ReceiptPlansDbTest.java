package org.gongkao.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkao.Cast;
import org.gongkao.DatabaseTest;
import org.gongkao.payment.GivenManyRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a hundred thousand receipts the queue reads none from the first to the last. */
class ReceiptPlansDbTest extends DatabaseTest {

    @Autowired
    private GivenManyRows rows;

    @Test
    void a_payers_receipts_are_found_by_indexes_however_they_are_filtered() {
        rows.plant("""
                insert into payment.fiscal_receipt (number, charge_id, title, payer, amount_fen, state, queued_at, refused)
                select 'P' || lpad(g::text, 16, '0'), g, 'x', '张' || chr(19968 + g %% 20000), 36500,
                       case when g %% 50 = 0 then 'REFUSED' else 'QUEUED' end, now(), case when g %% 50 = 0 then 'x' end
                  from generate_series(1, %1$d) g;
                analyze payment.fiscal_receipt
                """);
        var plans = new LinkedHashMap<String, String>();
        for (var filter : List.of("", ReceiptSearch.OPEN, "queued", "refused")) {
            for (var term : List.of("", GivenManyRows.TERM)) {
                for (var after : List.of("", "50000")) {
                    var search = ReceiptSearch.of(filter, term, after);
                    plans.put(
                            search.toString(),
                            rows.plan(
                                    ReceiptLists.sql(search, cast.actor(Cast.FINANCE)),
                                    Map.of(
                                            "reader",
                                            0,
                                            "state",
                                            filter.toUpperCase(Locale.ROOT),
                                            "prefix",
                                            term + "%",
                                            "after",
                                            50_000L)));
                }
            }
        }
        assertThat(rows.reading(plans)).isEmpty();
    }
}
