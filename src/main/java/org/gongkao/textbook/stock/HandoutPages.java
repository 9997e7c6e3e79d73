package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.Refusal;
import org.gongkao.shared.Role;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.BookNames;
import org.gongkao.textbook.OfficeRange;
import org.gongkao.textbook.UnitBooks;
import org.gongkao.textbook.UnitBooks.UnitBook;
import org.springframework.stereotype.Component;

/** Builds an office's page of one unit: to be handed out to by its own agency, to be read by those above and by the auditor. */
@Component
class HandoutPages {

    private final UnitBooks books;
    private final Stocks stocks;
    private final SlipRows slips;
    private final BookNames names;
    private final OfficeRange range;
    private final Organisation organisation;
    private final Years years;

    HandoutPages(
            UnitBooks books,
            Stocks stocks,
            SlipRows slips,
            BookNames names,
            OfficeRange range,
            Organisation organisation,
            Years years) {
        this.books = books;
        this.stocks = stocks;
        this.slips = slips;
        this.names = names;
        this.range = range;
        this.organisation = organisation;
        this.years = years;
    }

    /** A unit outside the range, or one that has ordered nothing, is not found. */
    HandoutPage of(String unitCode, HandoutForm form, List<Fault> faults, Actor actor, Instant now) {
        var cycle = years.of(actor, now);
        var standing = books.of(unitCode, cycle.year());
        var seen = range.agencies("", actor);
        if (standing.isEmpty() || standing.stream().noneMatch(book -> seen.contains(book.agencyCode()))) {
            throw new Refusal(CommonRefusal.NOT_FOUND);
        }
        boolean acting = !actor.is(Role.AUDITOR)
                && standing.getFirst().agencyCode().equals(actor.office().code());
        Map<BookCode, Integer> onHand = acting
                ? stocks.of(actor, cycle.year()).stream().collect(Collectors.toMap(StockRow::book, StockRow::onHand))
                : Map.of();
        var rows = standing.stream()
                .map(book -> {
                    int there = onHand.getOrDefault(book.book(), 0);
                    return row(book, there, form, acting, names.of(book.book(), cycle));
                })
                .toList();
        return new HandoutPage(
                unitCode,
                organisation.unit(unitCode).name(),
                brief(standing, rows, acting),
                rows,
                acting,
                UUID.randomUUID().toString(),
                slips.of(unitCode, actor, acting, cycle),
                faults);
    }

    private static HandoutPage.Row row(
            UnitBook book, int onHand, HandoutForm form, boolean acting, BookNames.BookName name) {
        int most = Math.min(book.open(), onHand);
        var typed = form.typed().isEmpty() && most > 0 ? Integer.toString(most) : form.copies(book.book());
        return new HandoutPage.Row(
                name,
                HandoutForm.field(book.book()),
                book.ordered(),
                book.paid(),
                book.handedOut(),
                book.received(),
                book.given(),
                onHand,
                acting && most > 0,
                typed);
    }

    private static Brief brief(List<UnitBook> standing, List<HandoutPage.Row> rows, boolean acting) {
        int ordered = standing.stream().mapToInt(UnitBook::ordered).sum();
        int paid = standing.stream().mapToInt(UnitBook::paid).sum();
        int out = standing.stream().mapToInt(UnitBook::handedOut).sum();
        int open = standing.stream().mapToInt(UnitBook::open).sum();
        boolean can = rows.stream().anyMatch(HandoutPage.Row::open);
        var asked = !acting || open == 0 ? "不用办理" : can ? "发放教材" : "等教材到货";
        return new Brief(
                "征订 " + ordered + " 册，已发放 " + out + " 册",
                paid >= ordered ? "已缴清" : paid == 0 ? "还没有缴款" : "按已缴清的征订单 " + paid + " 册",
                asked,
                open == 0 ? "没有可以发放的教材" : "还有 " + open + " 册可以发放",
                "教材发放与培训期间",
                "考务通知六（四）");
    }
}
