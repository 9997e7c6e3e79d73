package org.gongkao.payment.refund;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;

/** 提出退费页。Finance asks for a refund: of a charge by its number, or of money that fits none. */
record NewRefundPage(
        String discrepancy,
        List<Line> facts,
        String charge,
        List<Option> grounds,
        String ground,
        String reason,
        boolean confirmed,
        List<Fault> faults) {}
