package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Option;
import org.gongkao.shared.Role;
import org.gongkao.shared.Shanghai;
import org.gongkao.textbook.BookNames;
import org.gongkao.textbook.BookPrices;
import org.springframework.stereotype.Component;

/** Builds the page of an agency's stock. */
@Component
class StockPages {

    static final int SCREEN = 50;

    private final Stocks stocks;
    private final BookNames names;
    private final Years years;

    StockPages(Stocks stocks, BookNames names, Years years) {
        this.stocks = stocks;
        this.names = names;
        this.years = years;
    }

    StockPage of(Actor actor, long before, ArrivalForm form, List<Fault> faults, Instant now) {
        var cycle = years.of(actor, now);
        boolean acting = !actor.is(Role.AUDITOR);
        var rows = stocks.of(actor, cycle.year()).stream()
                .map(row -> new StockPage.Row(names.of(row.book(), cycle), row.onHand()))
                .toList();
        int copies = rows.stream().mapToInt(StockPage.Row::onHand).sum();
        var found = stocks.movements(actor, cycle.year(), before, SCREEN + 1);
        var movements = found.subList(0, Math.min(found.size(), SCREEN));
        return new StockPage(
                new Brief(
                        "库存 " + copies + " 册",
                        rows.size() + " 种教材",
                        acting ? "登记到货的教材" : "不用办理",
                        acting ? "登记错了的，写明理由冲销" : "只能查看",
                        "发放以前",
                        "教材发放与培训"),
                acting,
                rows,
                copies,
                movements.stream().map(one -> row(one, acting, cycle)).toList(),
                before == Long.MAX_VALUE ? "" : StockController.STOCK,
                found.size() > SCREEN
                        ? StockController.STOCK + "?before="
                                + movements.getLast().id()
                        : "",
                UUID.randomUUID().toString(),
                form,
                names.all(cycle).stream()
                        .map(code -> {
                            var name = names.of(code, cycle);
                            return Option.of(name.code(), name.title());
                        })
                        .toList(),
                BookPrices.of(cycle).sample(),
                faults);
    }

    private StockPage.MovementRow row(Movement one, boolean acting, Cycle cycle) {
        return new StockPage.MovementRow(
                one.id(),
                Shanghai.minute(one.at()),
                names.of(one.book(), cycle).title(),
                one.kind().label(),
                (one.quantity() > 0 ? "+" : "−") + Math.abs(one.quantity()),
                one.handout(),
                one.by(),
                one.note(),
                acting && one.isReversible(),
                one.reversed());
    }
}
