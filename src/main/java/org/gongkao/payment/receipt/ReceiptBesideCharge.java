package org.gongkao.payment.receipt;

import java.util.List;
import java.util.Optional;
import org.gongkao.payment.BesideCharge;
import org.gongkao.shared.Actor;
import org.springframework.stereotype.Component;

/** The receipt on the payer's charge page: the one in force, or the last one that was. */
@Component
class ReceiptBesideCharge implements BesideCharge {

    private final ReceiptLists lists;

    ReceiptBesideCharge(ReceiptLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Block> of(long charge, Actor payer) {
        return lists.ofCharge(charge, payer).stream().findFirst().map(ReceiptBesideCharge::block);
    }

    private static Block block(FiscalReceipt last) {
        var all = new Block.Step("全部票据", "/charges/receipts");
        var steps = last.document() == null
                ? List.of(all)
                : List.of(new Block.Step("下载 PDF", ReceiptWords.download(last)), all);
        return new Block("财政电子票据", last.state().toldSign(), last.state().told(), ReceiptWords.facts(last), steps);
    }
}
