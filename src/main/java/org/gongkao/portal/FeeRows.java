package org.gongkao.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.payment.FeePart;
import org.gongkao.payment.FeeSchedule;
import org.gongkao.portal.HomePage.FeeRow;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;

/** The fee table of the notice, from the year's package. */
final class FeeRows {

    private FeeRows() {}

    static List<FeeRow> of(Cycle cycle) {
        var fees = cycle.section(FeeSchedule.class);
        var rows = new ArrayList<FeeRow>();
        for (var level : Level.values()) {
            var parts = fees.parts(level);
            var later = fees.panelParts(level);
            if (parts.isEmpty()) {
                continue;
            }
            rows.add(new FeeRow(
                    level.label(),
                    level.title(),
                    later.isEmpty() ? 1 : 2,
                    later.isEmpty() ? "一次缴清" : "第一次：审查通过后",
                    parts.size() == 1 ? "" : named(parts),
                    fees.fee(level).toString()));
            if (!later.isEmpty()) {
                rows.add(new FeeRow(
                        "", "", 0, "第二次：进入评审后", "未进入的，不再缴纳", sum(later).toString()));
            }
        }
        return List.copyOf(rows);
    }

    private static String named(List<FeePart> parts) {
        return parts.stream().map(part -> part.name() + " " + part.amount()).collect(Collectors.joining("，"));
    }

    private static Money sum(List<FeePart> parts) {
        return parts.stream().map(FeePart::amount).reduce(Money.ZERO, Money::plus);
    }
}
