package org.gongkao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gongkao.DatabaseTest;
import org.gongkao.channel.ChannelCode;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The book: double entry, each source once, never out of balance. */
class LedgerDbTest extends DatabaseTest {

    private static final Posting.About ABOUT =
            new Posting.About(ChannelCode.WECHAT, "GRADING", null, "T-1", "410305", 3);

    @Autowired
    private Bookkeeping ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void an_entry_is_booked_once_for_its_source() {
        assertThat(post(entry("a"))).isTrue();
        assertThat(post(entry("a"))).isFalse();
        assertThat(count("ledger.entry")).isOne();
        assertThat(count("ledger.line")).isEqualTo(2);
    }

    @Test
    void an_entry_that_does_not_sum_to_zero_is_none() {
        var debit = new Posting.Line(LedgerAccount.CHANNEL, Money.yuan(1), ABOUT);
        assertThatThrownBy(() -> new Posting("b", EntryKind.RECEIPT, List.of(debit, debit)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Posting("b", EntryKind.RECEIPT, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(status -> jdbc.sql("""
                        with e as (insert into ledger.entry (source, kind, booked_on, posted_at, account_id)
                                   values ('b', 'RECEIPT', '2023-04-10', now(), 0) returning id)
                        insert into ledger.line (entry_id, place, account, amount_fen)
                        select id, 1, 'CHANNEL', 100 from e
                        """).update()))
                .as("and the database says so too, at the commit")
                .rootCause()
                .hasMessageContaining("does not sum to zero");
        assertThat(count("ledger.entry")).isZero();
    }

    @Test
    void nothing_is_booked_outside_the_transaction_of_what_it_comes_from() {
        assertThatThrownBy(() -> ledger.post(entry("c"), Actor.SYSTEM, clock.instant()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private static Posting entry(String source) {
        return Posting.of(
                source, EntryKind.RECEIPT, LedgerAccount.CHANNEL, LedgerAccount.INCOME, Money.yuan(365), ABOUT);
    }

    private boolean post(Posting posting) {
        return Boolean.TRUE.equals(transaction.execute(status -> ledger.post(posting, Actor.SYSTEM, clock.instant())));
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
