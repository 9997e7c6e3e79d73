package org.gongkao.textbook;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkao.shared.Level;

/** 教材代码。A book is one occupation's at one level; written {@code S0201-3}. */
public record BookCode(String occupation, Level level) implements Comparable<BookCode> {

    private static final Pattern WRITTEN = Pattern.compile("(.{1,40})-([1-5])");

    /** By occupation, the lowest level first: the order of all lists and of all locks. */
    private static final Comparator<BookCode> ORDER =
            Comparator.comparing(BookCode::occupation).thenComparing(BookCode::level);

    public static Optional<BookCode> parse(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new BookCode(written.group(1), Level.of(Integer.parseInt(written.group(2)))))
                : Optional.empty();
    }

    @Override
    public int compareTo(BookCode other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return occupation + "-" + level.number();
    }
}
