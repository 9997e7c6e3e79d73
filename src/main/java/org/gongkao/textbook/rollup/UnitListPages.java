package org.gongkao.textbook.rollup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Chip;
import org.gongkao.shared.Money;
import org.gongkao.shared.Sign;
import org.gongkao.textbook.OfficeRange;
import org.springframework.stereotype.Component;

/** Builds the list of an office's units. */
@Component
class UnitListPages {

    static final int SCREEN = 50;

    private final Rollups rollups;
    private final OfficeRange range;
    private final Cycles cycles;

    UnitListPages(Rollups rollups, OfficeRange range, Cycles cycles) {
        this.rollups = rollups;
        this.range = range;
        this.cycles = cycles;
    }

    UnitListPage of(Actor actor, boolean open, String after, Instant now) {
        int year = cycles.current(actor.office().code(), now).year();
        var found = rollups.units(year, range.agencies("", actor), open, after, SCREEN + 1);
        var shown = found.subList(0, Math.min(found.size(), SCREEN));
        var address = RollupController.UNITS + (open ? "?open=yes" : "");
        return new UnitListPage(
                List.of(
                        Chip.of("全部", RollupController.UNITS, !open),
                        Chip.of("已缴待发", RollupController.UNITS + "?open=yes", open)),
                rows(shown),
                after.isEmpty() ? "" : address,
                found.size() > SCREEN
                        ? address + (open ? "&" : "?") + "after="
                                + shown.getLast().unitCode()
                        : "",
                open);
    }

    private static List<UnitListPage.Row> rows(List<Rollups.OfUnit> units) {
        var rows = new ArrayList<UnitListPage.Row>();
        for (var unit : units) {
            var amount = unit.amountFen();
            rows.add(new UnitListPage.Row(
                    unit.unitCode(),
                    unit.unitName(),
                    unit.version(),
                    amount == null ? "没有价格" : new Money(amount).toString(),
                    RollupPages.count(unit.totals().ordered()),
                    RollupPages.count(unit.totals().paid()),
                    RollupPages.count(unit.totals().handedOut()),
                    RollupPages.count(unit.received()),
                    sign(unit),
                    state(unit)));
        }
        return List.copyOf(rows);
    }

    private static Sign sign(Rollups.OfUnit unit) {
        var totals = unit.totals();
        if (totals.ordered() > 0 && totals.paid() == 0) {
            return Sign.REST;
        }
        return unit.waiting() > 0 ? Sign.NOW : totals.open() > 0 ? Sign.DUE : Sign.MET;
    }

    private static String state(Rollups.OfUnit unit) {
        var totals = unit.totals();
        if (totals.ordered() > 0 && totals.paid() == 0) {
            return "待缴款";
        }
        if (unit.waiting() > 0) {
            return "待单位签收";
        }
        return totals.open() > 0
                ? "已缴待发"
                : totals.ordered() == 0 ? "不再征订" : totals.paid() < totals.ordered() ? "差额待缴" : "已发齐";
    }
}
