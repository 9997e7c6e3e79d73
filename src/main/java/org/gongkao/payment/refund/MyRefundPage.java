package org.gongkao.payment.refund;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;
import org.gongkao.shared.Sign;

/** 我的退费页。What went back of one charge or may go, by which rule, and the form to ask. */
record MyRefundPage(
        String charge,
        Brief brief,
        List<One> refunds,
        List<Line> rules,
        List<Option> grounds,
        String closed,
        String ground,
        String reason,
        boolean confirmed,
        List<Fault> faults) {

    /** 退费一笔。One refund of the charge; {@code withdraw} says whether its payer may take it back now. */
    record One(
            String number,
            Sign sign,
            String state,
            String sentence,
            List<Line> facts,
            List<Line> history,
            boolean withdraw) {}
}
