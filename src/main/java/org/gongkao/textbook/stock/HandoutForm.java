package org.gongkao.textbook.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkao.shared.Faults;
import org.gongkao.textbook.BookCode;

/** What the agency typed about copies that go to a unit: a number for each book, left empty for none. */
record HandoutForm(Map<String, String> typed) {

    private static final String PREFIX = "copies-";

    static String field(BookCode book) {
        return PREFIX + book;
    }

    String request() {
        return typed.getOrDefault("request", "");
    }

    String copies(BookCode book) {
        return typed.getOrDefault(field(book), "").strip();
    }

    List<Handout.Line> lines() {
        var faults = new Faults();
        var lines = new ArrayList<Handout.Line>();
        typed.forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || value.isBlank() || value.strip().matches("0+")) {
                return;
            }
            var book = BookCode.parse(name.substring(PREFIX.length()));
            var copies = ArrivalForm.copies(value);
            if (book.isEmpty() || copies.isEmpty()) {
                faults.add(name, StockRefusal.QUANTITY.sentence());
            } else {
                lines.add(new Handout.Line(book.get(), copies.get()));
            }
        });
        faults.refuse();
        return lines;
    }
}
