package org.gongkao.textbook.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkao.cycle.Cycle;
import org.gongkao.person.PersonCard;
import org.gongkao.person.Persons;
import org.gongkao.shared.Actor;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Sign;
import org.gongkao.textbook.BookCode;
import org.gongkao.textbook.BookNames;
import org.gongkao.textbook.Choices;
import org.gongkao.textbook.Orderer;
import org.gongkao.textbook.UnitBooks;
import org.springframework.stereotype.Component;

/** Builds the unit's page of what it received and gave. */
@Component
class CopiesPages {

    static final int SCREEN = 50;

    private final Choices choices;
    private final UnitBooks books;
    private final SlipRows slips;
    private final BookNames names;
    private final Persons persons;
    private final Years years;

    CopiesPages(Choices choices, UnitBooks books, SlipRows slips, BookNames names, Persons persons, Years years) {
        this.choices = choices;
        this.books = books;
        this.slips = slips;
        this.names = names;
        this.persons = persons;
        this.years = years;
    }

    CopiesPage of(Actor clerk, String after, Instant now) {
        var cycle = years.of(clerk, now);
        var unit = clerk.office().code();
        var standing = books.of(unit, cycle.year());
        var left = new HashMap<BookCode, Integer>();
        standing.forEach(book -> left.put(book.book(), book.received() - book.given()));
        var own = slips.of(unit, clerk, true, cycle);
        var all = choices.ofUnit(clerk, cycle).stream()
                .filter(one -> one.orders() || one.given() != null)
                .sorted(java.util.Comparator.comparing(Orderer::number))
                .toList();
        int giveable = giveable(all, left);
        var found = all.stream()
                .filter(one -> one.number().compareTo(after) > 0)
                .limit(SCREEN + 1)
                .toList();
        var shown = found.subList(0, Math.min(found.size(), SCREEN));
        return new CopiesPage(
                brief(own, all, giveable),
                own,
                standing.stream()
                        .map(book -> new CopiesPage.Row(
                                names.of(book.book(), cycle), book.ordered(), book.received(), book.given()))
                        .toList(),
                people(shown, left, cycle),
                giveable,
                "本页 " + shown.size() + " 人，共 " + all.size() + " 人",
                after.isEmpty() ? "" : CopiesController.COPIES,
                found.size() > SCREEN
                        ? CopiesController.COPIES + "?after=" + shown.getLast().number()
                        : "");
    }

    private static int giveable(List<Orderer> all, Map<BookCode, Integer> left) {
        var waiting = all.stream()
                .filter(one -> one.orders() && one.given() == null)
                .collect(Collectors.groupingBy(Orderer::book, Collectors.counting()));
        return waiting.entrySet().stream()
                .mapToInt(each -> (int) Math.min(each.getValue(), left.getOrDefault(each.getKey(), 0)))
                .sum();
    }

    private List<CopiesPage.PersonRow> people(List<Orderer> shown, Map<BookCode, Integer> left, Cycle cycle) {
        var cards = persons.cards(shown.stream().map(Orderer::person).toList()).stream()
                .collect(Collectors.toMap(PersonCard::id, PersonCard::name));
        return shown.stream()
                .map(one -> {
                    boolean given = one.given() != null;
                    boolean there = left.getOrDefault(one.book(), 0) > 0;
                    var book = one.given() == null ? one.book() : one.given();
                    return new CopiesPage.PersonRow(
                            one.number(),
                            cards.getOrDefault(one.person(), ""),
                            names.of(book, cycle).title(),
                            given ? Sign.MET : there ? Sign.DUE : Sign.REST,
                            given ? "已发给本人" : there ? "可以发放" : "教材还没有领到",
                            !given && there,
                            given);
                })
                .toList();
    }

    private static Brief brief(List<HandoutPage.SlipRow> slips, List<Orderer> all, int giveable) {
        long open = slips.stream().filter(HandoutPage.SlipRow::mine).count();
        long given = all.stream().filter(one -> one.given() != null).count();
        var asked = open > 0 ? "清点签收 " + open + " 张发放单" : giveable > 0 ? "把教材发给 " + giveable + " 人" : "不用办理";
        return new Brief(
                all.isEmpty() ? "还没有人征订教材" : all.size() + " 人征订，已发给 " + given + " 人",
                "缴清教材款以后由工考管理机构发放",
                asked,
                open > 0 ? "数量不符的不要签收，请联系工考管理机构" : giveable > 0 ? "发一本登记一本，也可以一次登记" : "",
                open > 0 || giveable > 0 ? "及时办理" : "无",
                open > 0 || giveable > 0 ? "教材发放与培训期间，未定日期" : "");
    }
}
