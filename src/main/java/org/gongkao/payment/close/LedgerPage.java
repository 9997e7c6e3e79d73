package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.payment.SearchField;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;

/** The book, line by line. */
record LedgerPage(
        LedgerFilter filter,
        SearchField search,
        List<Option> accounts,
        List<Row> rows,
        String first,
        String next,
        String xlsx,
        String csv,
        List<Fault> faults) {

    /** One line; debit and credit stand apart, one of them empty. */
    record Row(
            String entry,
            String day,
            String at,
            String kind,
            String account,
            String debit,
            String credit,
            String channel,
            String purpose,
            String charge,
            String payer,
            String transaction,
            String region,
            String level) {}
}
