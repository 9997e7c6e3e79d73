package org.gongkao.textbook.stock;

import java.util.Optional;
import org.gongkao.shared.Faults;
import org.gongkao.textbook.BookCode;
import org.jspecify.annotations.Nullable;

/** What the agency typed about copies that arrived. {@code request} names the form itself, so that it counts once. */
record ArrivalForm(
        @Nullable String request,
        @Nullable String book,
        @Nullable String quantity,
        @Nullable String note) {

    private static final int MOST = 100_000;

    /** 到货。What is to be booked. */
    record Arrival(String request, BookCode book, int quantity, String note) {}

    static ArrivalForm empty() {
        return new ArrivalForm("", "", "", "");
    }

    String bookText() {
        return orEmpty(book);
    }

    String quantityText() {
        return orEmpty(quantity);
    }

    String noteText() {
        return orEmpty(note);
    }

    Arrival arrival() {
        var faults = new Faults();
        var code = BookCode.parse(bookText());
        faults.addIf(code.isEmpty(), "book", StockRefusal.BOOK_MISSING.sentence());
        var copies = copies(quantityText());
        faults.addIf(copies.isEmpty(), "quantity", StockRefusal.QUANTITY.sentence());
        faults.addIf(noteText().length() > StockingBooks.LONGEST, "note", StockRefusal.NOTE_TOO_LONG.sentence());
        faults.refuse();
        return new Arrival(orEmpty(request), code.orElseThrow(), copies.orElseThrow(), noteText());
    }

    /** From one to a hundred thousand; anything else is a slip of the pen. */
    static Optional<Integer> copies(String text) {
        var typed = text.strip();
        if (!typed.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        int copies = Integer.parseInt(typed);
        return copies >= 1 && copies <= MOST ? Optional.of(copies) : Optional.empty();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
