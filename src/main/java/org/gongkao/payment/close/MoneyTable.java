package org.gongkao.payment.close;

import java.util.List;
import org.gongkao.ledger.BookSums;
import org.gongkao.ledger.BookSums.Sum;

/** 收支表。By what finance sees its sums stand apart, in this order. */
enum MoneyTable {
    DAY("按日", "日期", BookSums.Part.DAY),
    CHANNEL("按渠道", "渠道", BookSums.Part.CHANNEL),
    PURPOSE("按事由", "事由", BookSums.Part.PURPOSE),
    REGION("按机构", "工考管理机构", BookSums.Part.REGION),
    LEVEL("按等级", "等级", BookSums.Part.LEVEL);

    private final String title;
    private final String head;
    private final BookSums.Part part;

    MoneyTable(String title, String head, BookSums.Part part) {
        this.title = title;
        this.head = head;
        this.part = part;
    }

    String title() {
        return title;
    }

    String head() {
        return head;
    }

    /** Money goes to the treasury by day and channel; by the others there is nothing to say of it. */
    boolean remits() {
        return this == DAY || this == CHANNEL;
    }

    List<Sum> of(List<Sum> all) {
        return all.stream()
                .filter(sum -> sum.part() == part)
                .filter(sum ->
                        remits() || sum.received().fen() != 0 || sum.refunded().fen() != 0)
                .toList();
    }
}
