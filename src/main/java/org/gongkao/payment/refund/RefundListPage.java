package org.gongkao.payment.refund;

import java.util.List;
import org.gongkao.payment.SearchField;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 退费列表页。One screen of refunds. */
record RefundListPage(
        List<Chip> filters,
        SearchField search,
        List<Row> rows,
        boolean handles,
        String export,
        String first,
        String next) {

    /** 退费行。One refund as the list shows it. */
    record Row(
            String number,
            String charge,
            String payer,
            String ground,
            String channel,
            String amount,
            String opened,
            Sign sign,
            String state,
            String note) {

        static Row of(Refund refund, String payer) {
            var charge = refund.charge();
            return new Row(
                    refund.number(),
                    charge == null ? "无" : charge.number(),
                    payer,
                    refund.ground().label(),
                    refund.channel().label(),
                    refund.amount().toString(),
                    Shanghai.minute(refund.openedAt()),
                    refund.state().sign(),
                    refund.state().label(),
                    refund.channelSaid() == null ? "" : refund.channelSaid());
        }
    }
}
