package org.gongkao.payment.receipt;

import org.gongkao.cycle.Cycle;

/** 票据规定。The year's rule for receipts. */
record ReceiptRules(Collective collective) {

    static final String FIELD = "receipts.collective";

    /** A year that was published without the rule has the default. */
    static ReceiptRules of(Cycle cycle) {
        return cycle.sectionIfAny(ReceiptRules.class).orElseGet(() -> new ReceiptRules(Collective.PERSON));
    }

    /** 代缴票据。In whose name the receipts stand when a unit has paid for its people; each worker has one either way. */
    enum Collective {
        PERSON("逐人开具，付款人为本人"),
        UNIT("逐人开具，付款人为代缴单位");

        private final String label;

        Collective(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
