package org.gongkao.textbook;

import java.util.Map;
import java.util.Optional;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.Period;
import org.gongkao.shared.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * 教材价目表。The year's books with their prices, and when they are ordered and paid for. A year may have no prices, or say
 * nothing of books at all: then they are ordered without money, at any time.
 */
public record BookPrices(boolean sample, @Nullable Period remitting, Map<BookCode, PricedBook> books) {

    static final String SECTION = "textbooks";
    private static final BookPrices NONE = new BookPrices(false, null, Map.of());

    static BookPrices none() {
        return NONE;
    }

    public static BookPrices of(Cycle cycle) {
        return cycle.find(BookPrices.class).orElse(NONE);
    }

    public Optional<PricedBook> find(BookCode code) {
        return Optional.ofNullable(books.get(code));
    }

    /** What people call it: its title, else by level and occupation. */
    public String title(BookCode code, String occupation) {
        return find(code).map(PricedBook::title).orElse(code.level().full() + occupation + "教材");
    }

    public boolean hasPrices() {
        return !books.isEmpty();
    }

    /** {@code 2023年4月28日 24:00}, or an empty text. */
    public String until() {
        return remitting == null ? "" : Shanghai.deadline(remitting.to());
    }
}
