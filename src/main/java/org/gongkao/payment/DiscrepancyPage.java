package org.gongkao.payment;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;
import org.jspecify.annotations.Nullable;

/** 缴费差异页。What does not fit, what became of it, and a place to say so; {@code stuck} messages could not be settled at once. */
record DiscrepancyPage(
        int open,
        DiscrepancySearch asked,
        SearchField search,
        List<Row> rows,
        String first,
        String next,
        String export,
        int stuck,
        boolean mayDecide,
        List<Fault> faults) {

    /** 差异行。One of them. */
    record Row(
            long id,
            String kind,
            String charge,
            String payer,
            String due,
            String came,
            String paidAt,
            Sign sign,
            String state,
            boolean open,
            String note,
            BesideDiscrepancy.@Nullable Refunding refunding,
            boolean gone,
            String refundAt) {

        static Row of(
                Discrepancies.Discrepancy one,
                String payer,
                String typed,
                BesideDiscrepancy.@Nullable Refunding refunding,
                String refundAt) {
            boolean open = one.decidedAt() == null;
            var number = one.chargeNumber();
            var due = one.due();
            var note = one.note();
            return new Row(
                    one.id(),
                    one.kind().label(),
                    number == null ? "无" : number,
                    payer,
                    due == null ? "无" : due.toString(),
                    one.amount().toString(),
                    Shanghai.second(one.paidAt()),
                    open ? Sign.PROOF : Sign.OVER,
                    open ? "待处理" : "已处理",
                    open,
                    note == null ? typed : note,
                    refunding,
                    one.gone(),
                    one.kind() == Discrepancies.Kind.REFUND ? "" : refundAt);
        }

        /** Noted by hand; what is going back is noted by itself. */
        boolean noted() {
            return open && (refunding == null || !refunding.underway());
        }

        /** Also what was noted: the money is still here. */
        boolean returnable() {
            return !gone && !refundAt.isEmpty() && (refunding == null || !refunding.underway());
        }
    }
}
