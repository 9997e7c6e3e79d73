package org.gongkao.textbook;

import java.time.Instant;
import java.util.List;
import org.gongkao.cycle.Cycle;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.organisation.Unit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a confirmed sheet brings with it: the sum, the unit's figures, and once the sum is there the word to its agency. */
@Component
class ConfirmedSheets {

    private final OrderSheets sheets;
    private final UnitBooks books;
    private final Remitting remitting;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    ConfirmedSheets(
            OrderSheets sheets,
            UnitBooks books,
            Remitting remitting,
            Organisation organisation,
            ApplicationEventPublisher events) {
        this.sheets = sheets;
        this.books = books;
        this.remitting = remitting;
        this.organisation = organisation;
        this.events = events;
    }

    void hold(String unitCode, int year) {
        books.hold(unitCode, year);
    }

    /** The same books for the same people at the same price, unless the charge for them has ended without money. */
    boolean isNothingNew(OrderSheet sheet, List<SheetVersion> earlier) {
        return remitting
                .standing(earlier)
                .map(now -> now.sheet().hash().equals(sheet.hash()) && !now.hasLapsed())
                .orElse(false);
    }

    SheetVersion add(OrderSheet sheet, Unit unit, Cycle cycle, List<SheetVersion> earlier, Actor clerk, Instant now) {
        var due = remitting.due(sheet, earlier, clerk, now);
        int next = earlier.isEmpty() ? 1 : earlier.getFirst().version() + 1;
        sheets.add(sheet, answering(unit, cycle), next, due, clerk, now);
        var version = sheets.versions(clerk, cycle.year()).getFirst();
        books.order(sheet, version.agencyCode());
        if (due.compareTo(Money.ZERO) > 0) {
            remitting.open(sheet, version, deadline(BookPrices.of(cycle), cycle), clerk);
        } else {
            settle(version, now);
        }
        return version;
    }

    /** The sum is there, or none was asked for. Said again, it changes nothing. */
    void settle(SheetVersion version, Instant now) {
        if (sheets.settle(version, now)) {
            count(version.unitCode(), version.year());
            events.publishEvent(
                    new TextbooksPaid(version.unitCode(), version.agencyCode(), version.year(), version.version()));
        }
    }

    boolean lapse(SheetVersion version, BookPrices prices, Instant now) {
        return remitting.lapse(version, prices, now);
    }

    /** What is paid for, by the money that is here now. */
    void count(String unitCode, int year) {
        books.pay(unitCode, year, remitting.entitling(sheets.versions(unitCode, year)));
    }

    /** The agency that answers for the unit's files hands out its books: the county's if it has taken over, else the city's. */
    private String answering(Unit unit, Cycle cycle) {
        var agency = organisation.agency(unit.agencyCode());
        var superior = agency.superior();
        return agency.level() == AgencyLevel.COUNTY
                        && superior != null
                        && !organisation.hasTakenOver(agency.code(), cycle)
                ? superior
                : agency.code();
    }

    /** A section with prices has its dates: the reader of the package sees to it. */
    private static Instant deadline(BookPrices prices, Cycle cycle) {
        var period = prices.remitting();
        if (period == null) {
            throw new IllegalStateException("prices without dates in " + cycle.name());
        }
        return period.to();
    }
}
