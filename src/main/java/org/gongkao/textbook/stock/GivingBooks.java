package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkao.audit.Audit;
import org.gongkao.cycle.Cycle;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.Choices;
import org.gongkao.textbook.Orderer;
import org.gongkao.textbook.TextbookGiven;
import org.gongkao.textbook.UnitBooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 发放教材到本人。The unit records who has the book, one by one or all at once, never more than it has received; and undoes it. */
@Component
class GivingBooks {

    private final Choices choices;
    private final UnitBooks books;
    private final Givings givings;
    private final Years years;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    GivingBooks(
            Choices choices,
            UnitBooks books,
            Givings givings,
            Years years,
            Audit audit,
            ApplicationEventPublisher events) {
        this.choices = choices;
        this.books = books;
        this.givings = givings;
        this.years = years;
        this.audit = audit;
        this.events = events;
    }

    /** 全部登记。What came of giving to all: how many have their book now, and for how many there was none. */
    record Given(int given, int without) {}

    @Transactional
    public void give(String number, Actor clerk, Instant arrived) {
        var orderer = held(number, clerk, arrived);
        if (orderer.given() != null) {
            throw new Refusal(StockRefusal.GIVEN_ALREADY);
        }
        if (!orderer.orders()) {
            throw new Refusal(StockRefusal.NOT_ORDERED);
        }
        if (left(orderer.unitCode(), orderer.year()).getOrDefault(orderer.book(), 0) < 1) {
            throw new Refusal(StockRefusal.NOTHING_TO_GIVE);
        }
        record(orderer, clerk, arrived);
    }

    @Transactional
    public Given giveAll(Actor clerk, Instant arrived) {
        var cycle = years.of(clerk, arrived);
        books.hold(clerk.office().code(), cycle.year());
        var left = new HashMap<>(left(clerk.office().code(), cycle.year()));
        int given = 0;
        int without = 0;
        for (var orderer : waiting(clerk, cycle)) {
            int copies = left.getOrDefault(orderer.book(), 0);
            if (copies < 1) {
                without++;
                continue;
            }
            left.put(orderer.book(), copies - 1);
            record(orderer, clerk, arrived);
            given++;
        }
        if (given == 0) {
            throw new Refusal(StockRefusal.NOTHING_TO_GIVE);
        }
        return new Given(given, without);
    }

    @Transactional
    public void undo(String number, Actor clerk, Instant arrived) {
        var orderer = held(number, clerk, arrived);
        var given = orderer.given();
        if (given == null) {
            throw new Refusal(StockRefusal.NOT_GIVEN);
        }
        givings.add(orderer, given, "UNDO", clerk, arrived);
        books.add(orderer.unitCode(), orderer.year(), given, 0, 0, -1);
        audit.record(clerk, "撤销教材发给本人的登记", "application:" + number, given.toString());
    }

    private List<Orderer> waiting(Actor clerk, Cycle cycle) {
        return choices.ofUnit(clerk, cycle).stream()
                .filter(one -> one.orders() && one.given() == null)
                .toList();
    }

    /** Read again once the unit is held: of two clerks at once the second sees what the first did. */
    private Orderer held(String number, Actor clerk, Instant now) {
        var cycle = years.of(clerk, now);
        books.hold(clerk.office().code(), cycle.year());
        return choices.ofUnit(clerk, cycle).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
    }

    private Map<BookCode, Integer> left(String unitCode, int year) {
        var left = new HashMap<BookCode, Integer>();
        books.of(unitCode, year).forEach(book -> left.put(book.book(), book.received() - book.given()));
        return left;
    }

    private void record(Orderer orderer, Actor clerk, Instant now) {
        long giving = givings.add(orderer, orderer.book(), "GIVE", clerk, now);
        books.add(orderer.unitCode(), orderer.year(), orderer.book(), 0, 0, 1);
        audit.record(
                clerk,
                "登记教材发给本人",
                "application:" + orderer.number(),
                orderer.book().toString());
        events.publishEvent(new TextbookGiven(giving));
    }
}
