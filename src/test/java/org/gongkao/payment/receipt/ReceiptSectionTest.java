package org.gongkao.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkao.cycle.ChangedPackage;
import org.gongkao.payment.receipt.ReceiptRules.Collective;
import org.junit.jupiter.api.Test;

/** The year's rule for receipts: what ships, what is 待确认, what a year without it means, and what cannot be published. */
class ReceiptSectionTest {

    private static final ReceiptSection SECTION = new ReceiptSection();
    private static final String LINE = "  collective: PERSON\n";

    @Test
    void what_ships_has_a_receipt_for_each_person_in_the_own_name_and_says_that_this_is_not_confirmed() {
        var shipped = ChangedPackage.of(text -> text, SECTION);
        assertThat(shipped.problems()).isEmpty();
        assertThat(collective(shipped)).isEqualTo(Collective.PERSON);
        assertThat(shipped.cycle().unconfirmed(ReceiptRules.FIELD)).isTrue();
    }

    @Test
    void a_year_can_say_that_the_unit_stands_on_them() {
        var changed = ChangedPackage.of(text -> text.replace(LINE, "  collective: UNIT\n"), SECTION);
        assertThat(collective(changed)).isEqualTo(Collective.UNIT);
    }

    @Test
    void a_year_that_was_published_without_the_rule_has_the_default() {
        var before = ChangedPackage.of(text -> text.replace("receipts:\n" + LINE, ""), SECTION);
        assertThat(collective(before)).isEqualTo(Collective.PERSON);
    }

    @Test
    void a_rule_that_says_nothing_is_not_taken() {
        assertThat(ChangedPackage.of(text -> text.replace(LINE, "  collective: MAYBE\n"), SECTION)
                        .problems())
                .isNotEmpty();
        assertThat(ChangedPackage.of(text -> text.replace(LINE, "  colective: PERSON\n"), SECTION)
                        .problems())
                .isNotEmpty();
    }

    @Test
    void an_official_reads_the_field_and_not_its_key() {
        var year = ChangedPackage.of(text -> text, SECTION);
        assertThat(year.label(ReceiptRules.FIELD)).isEqualTo("单位集中缴费的票据");
        assertThat(year.shown(ReceiptRules.FIELD, "UNIT")).isEqualTo("逐人开具，付款人为代缴单位");
    }

    private static Collective collective(ChangedPackage changed) {
        return ReceiptRules.of(changed.cycle()).collective();
    }
}
