package org.gongkao.textbook.stock;

import java.time.Instant;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 教材入库。An agency books what arrived, and sets right what it booked wrongly. */
@Component
class StockingBooks {

    static final int LONGEST = 200;

    private final Stocks stocks;
    private final Cycles cycles;
    private final Audit audit;

    StockingBooks(Stocks stocks, Cycles cycles, Audit audit) {
        this.stocks = stocks;
        this.cycles = cycles;
        this.audit = audit;
    }

    @Transactional
    public void arrive(ArrivalForm.Arrival arrival, Actor agency, Instant arrived) {
        int year = cycles.current(agency.office().code(), arrived).year();
        stocks.lock(arrival.book(), agency, year);
        var moved = new Stocks.Moved(
                arrival.book(), MovementKind.ARRIVE, arrival.quantity(), arrival.request(), null, null, arrival.note());
        stocks.move(moved, agency, year, arrived);
        audit.record(agency, "教材入库", subject(agency, year), arrival.book() + "，" + arrival.quantity() + " 册");
    }

    /** Wholly and once, while the copies are still there. */
    @Transactional
    public void reverse(long movement, String reason, Actor agency, Instant arrived) {
        var said = reason(reason);
        int year = cycles.current(agency.office().code(), arrived).year();
        var wrong = stocks.find(movement, agency, year)
                .filter(one -> one.kind() == MovementKind.ARRIVE)
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (wrong.reversed()) {
            throw new Refusal(StockRefusal.REVERSED_ALREADY);
        }
        int onHand = stocks.lock(wrong.book(), agency, year);
        if (onHand < wrong.quantity()) {
            throw new Refusal(StockRefusal.GONE_ALREADY, onHand);
        }
        stocks.move(
                new Stocks.Moved(wrong.book(), MovementKind.REVERSE, -wrong.quantity(), null, wrong.id(), null, said),
                agency,
                year,
                arrived);
        audit.record(agency, "冲销教材入库", subject(agency, year), wrong.book() + "，" + wrong.quantity() + " 册：" + said);
    }

    static String subject(Actor agency, int year) {
        return "textbook-stock:" + agency.office().code() + ":" + year;
    }

    static String reason(String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new Refusal(StockRefusal.REASON_MISSING);
        }
        return said;
    }
}
