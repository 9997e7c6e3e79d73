package org.gongkao.payment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Level;
import org.gongkao.shared.Money;

/** 收费标准。The year's fees by level. What is due after approval can be charged; the panel's fee is only listed here. */
public final class FeeSchedule {

    private final Map<Level, List<FeePart>> afterApproval;
    private final Map<Level, List<FeePart>> atPanel;

    FeeSchedule(Map<Level, List<FeePart>> afterApproval, Map<Level, List<FeePart>> atPanel) {
        this.afterApproval = new EnumMap<>(afterApproval);
        this.atPanel = atPanel.isEmpty() ? Map.of() : new EnumMap<>(atPanel);
    }

    /** What is to be paid after the qualification review. */
    public Money fee(Level level) {
        return parts(level).stream().map(FeePart::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What that fee is made of. */
    public List<FeePart> parts(Level level) {
        return afterApproval.getOrDefault(level, List.of());
    }

    /** What those pay in addition who enter the panel stage; for a table of fees, never for a charge. */
    public List<FeePart> panelParts(Level level) {
        return atPanel.getOrDefault(level, List.of());
    }
}
