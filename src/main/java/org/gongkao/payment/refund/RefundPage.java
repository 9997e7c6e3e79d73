package org.gongkao.payment.refund;

import java.util.List;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** 退费办理页。One refund before finance: what goes back, why, what was done, and what can be done now. */
record RefundPage(
        String number,
        int version,
        Sign sign,
        String state,
        String amount,
        String rule,
        List<Line> facts,
        List<Part> parts,
        boolean proposing,
        List<Button> acts,
        String why,
        String words,
        List<Line> history,
        List<Fault> faults) {

    /** 退费项目。A part of the fee: what came, what may still go, and what is proposed or typed. */
    record Part(String field, String name, String paid, String left, boolean back, String amount) {}

    /** 办理按钮。 */
    record Button(String act, String label, boolean main) {}

    /** Words are asked for where something is to be decided. */
    boolean wantsWords() {
        return !acts.isEmpty();
    }
}
