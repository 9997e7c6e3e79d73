package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycles;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Faults;
import org.gongkao.shared.Refusal;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.TextbooksHandedOut;
import org.gongkao.textbook.UnitBooks;
import org.gongkao.textbook.UnitBooks.UnitBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 发放教材到单位。Against what the unit paid for, never more than was ordered or is in stock, in parts if need be. The unit is held
 * first, then the books in their order: of two at once the second counts what the first left.
 */
@Component
class HandingOut {

    private final Stocks stocks;
    private final Handouts handouts;
    private final UnitBooks books;
    private final Cycles cycles;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HandingOut(
            Stocks stocks,
            Handouts handouts,
            UnitBooks books,
            Cycles cycles,
            Audit audit,
            ApplicationEventPublisher events) {
        this.stocks = stocks;
        this.handouts = handouts;
        this.books = books;
        this.cycles = cycles;
        this.audit = audit;
        this.events = events;
    }

    /** Everything that is wrong is told at once, beside its book. */
    @Transactional
    public Handout handOut(String request, String unitCode, List<Handout.Line> asked, Actor agency, Instant arrived) {
        int year = cycles.current(agency.office().code(), arrived).year();
        books.hold(unitCode, year);
        var standing = own(unitCode, year, agency);
        if (asked.isEmpty()) {
            throw new Refusal(StockRefusal.NOTHING_HANDED_OUT);
        }
        var lines =
                asked.stream().sorted(Comparator.comparing(Handout.Line::book)).toList();
        var faults = new Faults();
        for (var line : lines) {
            var book = standing.get(line.book());
            int open = book == null ? 0 : book.open();
            int onHand = stocks.lock(line.book(), agency, year);
            if (line.quantity() > open) {
                faults.add(HandoutForm.field(line.book()), sentence(StockRefusal.BEYOND_ORDER, open));
            } else if (line.quantity() > onHand) {
                faults.add(HandoutForm.field(line.book()), sentence(StockRefusal.BEYOND_STOCK, onHand));
            }
        }
        faults.refuse();
        var handout = handouts.add(request, unitCode, year, lines, agency, arrived);
        move(handout, MovementKind.HAND_OUT, -1, "", agency, arrived);
        audit.record(
                agency, "发放教材到单位", "textbook-handout:" + handout.number(), unitCode + "，" + handout.copies() + " 册");
        events.publishEvent(new TextbooksHandedOut(
                handout.number(), unitCode, agency.office().code(), false));
        return handout;
    }

    /** Before the unit has received it; what a unit has signed for is not taken back behind its back. */
    @Transactional
    public void takeBack(String number, String reason, Actor agency, Instant arrived) {
        var said = StockingBooks.reason(reason);
        var handout = held(number, agency);
        handouts.end(handout, HandoutAct.TAKE_BACK, said, agency, arrived);
        handout.lines().forEach(line -> stocks.lock(line.book(), agency, handout.year()));
        move(handout, MovementKind.TAKE_BACK, 1, said, agency, arrived);
        audit.record(agency, "撤销教材发放单", "textbook-handout:" + number, said);
        events.publishEvent(new TextbooksHandedOut(
                number, handout.unitCode(), agency.office().code(), true));
    }

    /** 清点签收: all of the slip or nothing; a slip that does not fit is taken back and made anew. */
    @Transactional
    public Handout receive(String number, Actor clerk, Instant arrived) {
        var handout = held(number, clerk);
        handouts.end(handout, HandoutAct.RECEIVE, "", clerk, arrived);
        handout.lines()
                .forEach(line -> books.add(handout.unitCode(), handout.year(), line.book(), 0, line.quantity(), 0));
        audit.record(clerk, "签收教材", "textbook-handout:" + number, handout.copies() + " 册");
        return handout;
    }

    private Handout held(String number, Actor by) {
        var seen = handouts.find(number, by).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        books.hold(seen.unitCode(), seen.year());
        var handout = handouts.find(number, by).orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        if (!handout.isOpen()) {
            throw new Refusal(StockRefusal.ENDED_ALREADY);
        }
        return handout;
    }

    private void move(Handout handout, MovementKind kind, int sign, String note, Actor agency, Instant now) {
        for (var line : handout.lines()) {
            books.add(handout.unitCode(), handout.year(), line.book(), -sign * line.quantity(), 0, 0);
            stocks.move(
                    new Stocks.Moved(line.book(), kind, sign * line.quantity(), null, null, handout.id(), note),
                    agency,
                    handout.year(),
                    now);
        }
    }

    /** A unit that another agency answers for, or that has ordered nothing, is not found. */
    private Map<BookCode, UnitBook> own(String unitCode, int year, Actor agency) {
        var own = books.of(unitCode, year).stream()
                .filter(book -> book.agencyCode().equals(agency.office().code()))
                .collect(Collectors.toMap(UnitBook::book, Function.identity()));
        if (own.isEmpty()) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        return own;
    }

    private static String sentence(StockRefusal refusal, int copies) {
        return new Refusal(refusal, copies).sentence();
    }
}
