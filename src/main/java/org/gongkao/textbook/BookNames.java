package org.gongkao.textbook;

import java.util.List;
import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.Occupation;
import org.gongkao.cycle.Cycle;
import org.springframework.stereotype.Component;

/** 教材名称。What a book is called on screen, in a year. */
@Component
public class BookNames {

    /** 教材称呼。Title, number, level, occupation and price of one book, in words. */
    public record BookName(String code, String title, String number, String level, String occupation, String price) {}

    private final Catalogue catalogue;

    BookNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public BookName of(BookCode code, Cycle cycle) {
        var prices = BookPrices.of(cycle);
        var occupation =
                catalogue.find(cycle, code.occupation()).map(Occupation::name).orElse(code.occupation());
        var book = prices.find(code);
        return new BookName(
                code.toString(),
                prices.title(code, occupation),
                book.map(PricedBook::number).orElse(""),
                code.level().full(),
                occupation,
                book.map(one -> one.price().toString()).orElse(""));
    }

    /** All that the year can order, by occupation and level. */
    public List<BookCode> all(Cycle cycle) {
        return catalogue.all(cycle).stream()
                .flatMap(
                        occupation -> occupation.levels().stream().map(level -> new BookCode(occupation.code(), level)))
                .sorted()
                .toList();
    }
}
