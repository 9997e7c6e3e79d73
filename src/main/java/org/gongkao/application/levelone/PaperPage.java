package org.gongkao.application.levelone;

import java.util.List;
import org.gongkao.shared.Line;
import org.gongkao.shared.Sign;

/** One file on paper: where it is, what can be done with it, and its way so far. */
record PaperPage(
        String number,
        int version,
        String person,
        Sign sign,
        String state,
        List<Line> facts,
        List<PaperAct> offered,
        String nextOffice,
        List<Receipt> receipts,
        List<Line> history,
        String review) {

    /** 收件凭证。 */
    record Receipt(String number, String label) {}
}
