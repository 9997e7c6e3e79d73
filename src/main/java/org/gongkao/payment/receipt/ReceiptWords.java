package org.gongkao.payment.receipt;

import java.util.ArrayList;
import java.util.List;
import org.gongkao.shared.Line;
import org.gongkao.shared.Shanghai;

/** What is said of a receipt wherever it is shown: the four fields by which it is checked, amount and dates. */
final class ReceiptWords {

    private ReceiptWords() {}

    static List<Line> facts(FiscalReceipt receipt) {
        var facts = new ArrayList<Line>();
        var document = receipt.document();
        if (document != null) {
            facts.add(new Line("票据代码", document.code()));
            facts.add(new Line("票据号码", document.number()));
            facts.add(new Line("校验码", document.checkCode()));
        }
        facts.add(new Line("付款人", receipt.payer()));
        facts.add(new Line("开票项目", receipt.title()));
        facts.add(new Line("开票金额", receipt.amount().toString()));
        if (document != null) {
            facts.add(new Line("开具时间", Shanghai.minute(document.issuedAt())));
        }
        var red = receipt.red();
        if (red != null) {
            facts.add(new Line("红字票据", red.code() + " " + red.number()));
            facts.add(new Line("冲红时间", Shanghai.minute(red.markedAt())));
        }
        return List.copyOf(facts);
    }

    static String download(FiscalReceipt receipt) {
        return "/charges/receipts/" + receipt.number();
    }
}
