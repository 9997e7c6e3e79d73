package org.gongkao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkao.DatabaseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** At a hundred thousand charges, payers and doubtful payments none of them is gone through to find one. */
class PayerSearchPlansDbTest extends DatabaseTest {

    @Autowired
    private GivenManyRows rows;

    @Test
    void a_payer_is_found_by_indexes() {
        rows.plant("""
                insert into person.person (name, number_sealed, number_index, masked_number)
                select '张' || chr(19968 + g %% 20000), '\\x00', decode(lpad(to_hex(g), 16, '0'), 'hex'), '410305********1234'
                  from generate_series(1, %1$d) g;
                insert into organisation.unit (code, name, kind, agency_code, region_code)
                select 'T' || lpad(g::text, 17, '0'), '单位' || g, 'PUBLIC_INSTITUTION', '410305', '410305'
                  from generate_series(1, %1$d) g;
                insert into payment.collective (number, unit_code, amount_fen, people, account_id, actor_name, made_at)
                select 'T' || lpad(g::text, 14, '0'), 'T' || lpad(g::text, 17, '0'), 1, 1, 1, 'x', now()
                  from generate_series(1, %2$d) g;
                analyze person.person, organisation.unit, payment.collective
                """);
        var plans = new LinkedHashMap<String, String>();
        for (var person : new @Nullable Long[] {null, 7L}) {
            var own = new HashMap<String, @Nullable Object>();
            own.put("person", person);
            own.put("units", new String[] {"T" + "4711".transform(tail -> "0".repeat(17 - tail.length()) + tail)});
            own.put("matters", new String[] {"2023-4711", "2023-4712"});
            plans.put("person " + person, rows.plan(PayerSearch.CHARGES, own));
        }
        plans.put("unit", rows.plan(PayerSearch.UNITS, Map.of()));
        assertThat(rows.reading(plans)).isEmpty();
    }

    @Test
    void what_does_not_fit_is_found_by_indexes() {
        rows.plant("""
                insert into payment.discrepancy (kind, charge_id, channel, order_number, transaction_no, amount_fen, paid_at, found_at,
                       decided_at, decided_by, note)
                select 'DOUBLE', case when g %% 3 > 0 then g end, 'WECHAT', 'C' || g || '_1', 'T' || g, 100, now(), now(),
                       case when g %% 50 > 0 then now() end, case when g %% 50 > 0 then 1 end, case when g %% 50 > 0 then 'x' end
                  from generate_series(1, %1$d) g;
                analyze payment.discrepancy
                """);
        var plans = new LinkedHashMap<String, String>();
        for (boolean open : new boolean[] {true, false}) {
            for (boolean asked : new boolean[] {true, false}) {
                for (long before : new long[] {Long.MAX_VALUE, 50_000}) {
                    // Of the book there are no lines here.
                    plans.put(
                            "open " + open + " asked " + asked + " before " + before,
                            rows.plan(Discrepancies.sql(open, asked), Map.of("before", before))
                                    .replaceAll("Seq Scan on (entry|line)", ""));
                }
            }
        }
        assertThat(rows.reading(plans)).isEmpty();
    }
}
