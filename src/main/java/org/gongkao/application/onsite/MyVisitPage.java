package org.gongkao.application.onsite;

import java.util.List;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Line;
import org.gongkao.shared.Option;

/** 我的现场审查页。What a worker brings, why, where and when; {@code booked} is null while nothing is going on. */
record MyVisitPage(
        Brief brief,
        List<Bring> brings,
        @org.jspecify.annotations.Nullable Booked booked,
        List<Option> slots,
        String why,
        List<Receipt> receipts,
        List<Line> history,
        List<Fault> faults) {

    /** 要带的原件。One, and each office's reason. */
    record Bring(String label, List<String> reasons) {}

    /** 已约的时间。What was booked, and whether it can still be given up or changed. */
    record Booked(VisitWords.Standing standing, List<Line> facts, boolean change, boolean cancel) {}

    /** 交接单。The paper of originals that were handed over. */
    record Receipt(String number, String path, VisitWords.Standing standing) {}

    /** Times are on offer: to book, or to book another. */
    boolean choosing() {
        return !slots.isEmpty() && (booked == null || booked.change());
    }
}
