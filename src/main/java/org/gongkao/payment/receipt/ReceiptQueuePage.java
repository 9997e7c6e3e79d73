package org.gongkao.payment.receipt;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.payment.SearchField;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Page;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 电子票据页。Finance's queue of receipts: what waits for whom, and all receipts to look through. */
record ReceiptQueuePage(
        boolean connected,
        int forFinance,
        int forIssuer,
        String rule,
        String unconfirmed,
        SearchField search,
        List<Chip> chips,
        List<Row> rows,
        String first,
        String next,
        String export) {

    static final String HERE = "/payment/receipts";
    static final String EXPORT = "/payment/receipts/export";

    /** 电子票据行。One of them; {@code note} is what finance has to look into. */
    record Row(
            String number,
            String payer,
            String title,
            String amount,
            String code,
            String receipt,
            String checkCode,
            String at,
            Sign sign,
            String state,
            String note) {

        static Row of(FiscalReceipt one) {
            var document = one.document();
            return new Row(
                    one.number(),
                    one.payer(),
                    one.title(),
                    one.amount().toString(),
                    document == null ? "" : document.code(),
                    document == null ? "" : document.number(),
                    document == null ? "" : document.checkCode(),
                    Shanghai.minute(document == null ? one.queuedAt() : document.issuedAt()),
                    one.state().sign(),
                    one.state().label(),
                    note(one));
        }

        private static String note(FiscalReceipt one) {
            var doubt = one.doubt();
            var refused = one.refused();
            if (doubt != null) {
                return doubt;
            }
            return refused != null ? refused : one.proposal() != null ? "有人提出冲红重开，等待另一人复核。" : "";
        }
    }

    static ReceiptQueuePage of(
            ReceiptSearch search,
            SearchField field,
            Page<FiscalReceipt> found,
            boolean connected,
            int forFinance,
            int forIssuer,
            String rule,
            String unconfirmed) {
        var next = found.next();
        return new ReceiptQueuePage(
                connected,
                forFinance,
                forIssuer,
                rule,
                unconfirmed,
                field,
                chips(search),
                found.rows().stream().map(Row::of).toList(),
                search.after().isEmpty() ? "" : search.path(HERE, search.filter(), ""),
                next == null ? "" : search.path(HERE, search.filter(), next),
                search.path(EXPORT, search.filter(), ""));
    }

    String headline() {
        return forFinance == 0 ? "没有需要处理的电子票据" : "有 " + forFinance + " 张电子票据需要处理";
    }

    private static List<Chip> chips(ReceiptSearch search) {
        var chips = new ArrayList<Chip>();
        chips.add(Chip.of("全部", search.path(HERE, "", ""), search.filter().isEmpty()));
        chips.add(new Chip("需要处理", search.path(HERE, ReceiptSearch.OPEN, ""), search.onlyOpen(), Sign.DUE));
        for (var state : ReceiptState.values()) {
            chips.add(new Chip(
                    state.label(),
                    search.path(HERE, state.key(), ""),
                    search.filter().equals(state.key()),
                    state.sign()));
        }
        return List.copyOf(chips);
    }
}
