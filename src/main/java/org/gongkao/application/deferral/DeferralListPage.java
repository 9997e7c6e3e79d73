package org.gongkao.application.deferral;

import java.util.List;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Sign;

/** 容缺清单页。One screen of an office's promises in one state. */
record DeferralListPage(List<Chip> states, String state, List<Line> lines, String first, String next) {

    /** 容缺清单行。One promise as the list shows it. */
    record Line(
            String path,
            String person,
            String number,
            String unit,
            String label,
            Sign sign,
            String state,
            String due) {}
}
