package org.gongkao.payment.receipt;

import java.util.List;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Line;
import org.gongkao.shared.Page;
import org.gongkao.shared.Role;
import org.gongkao.shared.Sign;

/** 我的票据页。The receipts of one payer, the latest first. */
record OwnReceiptsPage(List<Row> rows, String home, String first, String next) {

    /** 我的票据行。One receipt with its four fields. */
    record Row(String title, Sign sign, String state, List<Line> facts, String charge, String download) {}

    static OwnReceiptsPage of(Page<FiscalReceipt> found, ReceiptSearch search, Actor actor, ReceiptLists lists) {
        var next = found.next();
        return new OwnReceiptsPage(
                found.rows().stream()
                        .map(one -> row(one, lists.chargeNumber(one)))
                        .toList(),
                actor.is(Role.WORKER) ? "返回我的申报" : "返回首页",
                search.after().isEmpty() ? "" : "/charges/receipts",
                next == null ? "" : search.path("/charges/receipts", "", next));
    }

    private static Row row(FiscalReceipt receipt, String charge) {
        return new Row(
                receipt.title() + " " + receipt.amount(),
                receipt.state().toldSign(),
                receipt.state().told(),
                ReceiptWords.facts(receipt),
                "/charges/" + charge,
                receipt.document() == null ? "" : ReceiptWords.download(receipt));
    }
}
