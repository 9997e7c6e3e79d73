package org.gongkao.ledger;

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

/** At a hundred thousand entries the book is not read from the first to the last to find what one payer paid. */
class BookLinesPlansDbTest extends DatabaseTest {

    @Autowired
    private GivenManyRows rows;

    @Test
    void a_payers_lines_are_found_by_indexes_however_they_are_filtered() {
        rows.write("""
                alter table ledger.entry disable trigger user;
                alter table ledger.line disable trigger user;
                insert into ledger.entry (source, kind, booked_on, posted_at, account_id)
                select 'receipt:' || g, 'RECEIPT', date '2023-01-01' + g / 300, now(), 0 from generate_series(1, %1$d) g;
                insert into ledger.line (entry_id, place, account, amount_fen, channel, purpose, charge_id, transaction_no)
                select e.id, p, case p when 1 then 'CHANNEL' else 'INCOME' end, case p when 1 then 36500 else -36500 end, 'WECHAT',
                       'GRADING', e.id, 'T' || e.id
                  from ledger.entry e, generate_series(1, 2) p where e.kind = 'RECEIPT';
                alter table ledger.entry enable trigger user;
                alter table ledger.line enable trigger user;
                analyze ledger.entry, ledger.line
                """.formatted(GivenManyRows.ROWS));
        var plans = new LinkedHashMap<String, String>();
        for (var day : Arrays.asList(null, LocalDate.of(2023, 4, 10))) {
            for (var account : Arrays.asList(null, LedgerAccount.INCOME)) {
                for (var charges : Arrays.asList(null, List.of(4_711L))) {
                    for (boolean further : new boolean[] {false, true}) {
                        var own = new HashMap<String, @Nullable Object>();
                        own.put("day", day);
                        own.put("account", account == null ? null : account.name());
                        own.put("entry", 50_000L);
                        own.put("place", 1);
                        var filter = new BookLines.Filter(day, account, charges, null);
                        plans.put(filter + " " + further, rows.plan(BookLines.sql(filter, further), own));
                    }
                }
            }
        }
        assertThat(rows.reading(plans)).isEmpty();
    }
}
